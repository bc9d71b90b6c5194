package com.recipechatbot.analytics.capture;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A folder whose process is killed after a given number of files is published, or whose files have an age set by the
 * test.
 */
final class TestFolder implements ExportFolder {

    private final ExportFolder folder;
    private final int mostPublications;
    private final Instant writtenAt;
    private int publications;

    private TestFolder(ExportFolder folder, int mostPublications, Instant writtenAt) {
        this.folder = folder;
        this.mostPublications = mostPublications;
        this.writtenAt = writtenAt;
    }

    static TestFolder over(ExportFolder folder) {
        return new TestFolder(folder, Integer.MAX_VALUE, null);
    }

    TestFolder killedAfter(int files) {
        return new TestFolder(folder, files, writtenAt);
    }

    TestFolder writtenAt(Instant instant) {
        return new TestFolder(folder, mostPublications, instant);
    }

    @Override
    public void publish(Path file, String name) throws IOException {
        if (publications++ == mostPublications) {
            throw new IOException("killed");
        }
        folder.publish(file, name);
    }

    @Override
    public InputStream open(String name) throws IOException {
        return folder.open(name);
    }

    @Override
    public List<Entry> list(String prefix) throws IOException {
        return folder.list(prefix).stream()
                .map(entry -> writtenAt == null ? entry : new Entry(entry.name(), writtenAt))
                .toList();
    }

    @Override
    public void delete(String name) throws IOException {
        folder.delete(name);
    }

    @Override
    public URI locate(String name) {
        return folder.locate(name);
    }
}
