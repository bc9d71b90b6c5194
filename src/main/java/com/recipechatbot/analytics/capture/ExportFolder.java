package com.recipechatbot.analytics.capture;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;

/** Where an export is written: a prefix of an S3 bucket or a local folder. Names are relative to it, with slashes. */
public interface ExportFolder {

    /** An existing file. */
    record Entry(String name, Instant writtenAt) {}

    /** @param place such as {@code s3://bucket/conversations}, or a local folder, which is created if necessary */
    static ExportFolder at(String place, S3Client s3) {
        return isS3(place) ? S3ExportFolder.at(place, s3) : new LocalExportFolder(Path.of(place));
    }

    static boolean isS3(String place) {
        return place.startsWith("s3://") || place.startsWith("s3a://");
    }

    /** Publishes a file atomically: a reader finds the old file or the new one, never a part. */
    void publish(Path file, String name) throws IOException;

    InputStream open(String name) throws IOException;

    /** Everything below a folder (a name that ends with a slash), sorted by name; empty if there is no such folder. */
    List<Entry> list(String folder) throws IOException;

    void delete(String name) throws IOException;

    /** The full location of a name, for messages. */
    URI locate(String name);
}
