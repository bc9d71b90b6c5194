package com.recipechatbot.analytics.capture;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;

/** Where an export goes: a prefix of an S3 bucket or a local folder. Names are relative to it, with slashes. */
public interface ExportFolder {

    /** A file that is there. */
    record Entry(String name, Instant writtenAt) {}

    /** @param place such as {@code s3://bucket/conversations}, or a folder that is made when it is not there */
    static ExportFolder at(String place, S3Client s3) {
        return isS3(place) ? S3ExportFolder.at(place, s3) : new LocalExportFolder(Path.of(place));
    }

    static boolean isS3(String place) {
        return place.startsWith("s3://") || place.startsWith("s3a://");
    }

    /** Puts a file in its place as a whole: a reader finds the old one or the new one, never a part. */
    void publish(Path file, String name) throws IOException;

    InputStream open(String name) throws IOException;

    /** Everything below a folder, whose name ends with a slash, by name; nothing when there is no such folder. */
    List<Entry> list(String folder) throws IOException;

    void delete(String name) throws IOException;

    /** The place of a name, for people. */
    URI locate(String name);
}
