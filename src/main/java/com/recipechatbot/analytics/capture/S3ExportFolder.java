package com.recipechatbot.analytics.capture;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** A prefix of a bucket. One PUT publishes a file: S3 shows it only once it is complete. */
final class S3ExportFolder implements ExportFolder {

    private final S3Client s3;
    private final String bucket;
    private final String prefix;

    private S3ExportFolder(S3Client s3, String bucket, String prefix) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    static S3ExportFolder at(String place, S3Client s3) {
        S3Place parsed = S3Place.parse(place);
        return new S3ExportFolder(s3, parsed.bucket(), parsed.prefix().isEmpty() ? "" : parsed.prefix() + "/");
    }

    @Override
    public void publish(Path file, String name) {
        s3.putObject(request -> request.bucket(bucket).key(prefix + name), RequestBody.fromFile(file));
    }

    @Override
    public InputStream open(String name) {
        return s3.getObject(request -> request.bucket(bucket).key(prefix + name));
    }

    @Override
    public List<Entry> list(String folder) {
        return s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix + folder)).contents().stream()
                .map(object -> new Entry(object.key().substring(prefix.length()), object.lastModified()))
                .sorted(Comparator.comparing(Entry::name))
                .toList();
    }

    @Override
    public void delete(String name) {
        s3.deleteObject(request -> request.bucket(bucket).key(prefix + name));
    }

    @Override
    public URI locate(String name) {
        return URI.create("s3://" + bucket + "/" + prefix + name);
    }
}
