package com.recipechatbot.analytics.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {

    @TempDir
    private java.nio.file.Path folder;

    private FileSystem files;

    private FileContext context;

    @BeforeEach
    void open() throws IOException {
        Configuration hadoop = new Configuration();
        hadoop.set("fs.file.impl", LocalFiles.class.getName());
        hadoop.set("fs.AbstractFileSystem.file.impl", LocalFiles.Context.class.getName());
        // Not the shared one: another test may have made it.
        files = FileSystem.newInstance(java.net.URI.create("file:///"), hadoop);
        context = FileContext.getFileContext(java.net.URI.create("file:///"), hadoop);
    }

    @Test
    void noFileCostsAProcess() throws Exception {
        java.nio.file.Path events = folder.resolve("events.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ProcessStart");
            recording.start();
            files.mkdirs(path("a/b"), new FsPermission((short) 0700));
            write("a/b/c");
            files.setPermission(path("a/b/c"), new FsPermission((short) 0600));
            assertThat(files.listStatus(path("a/b"))[0].getPermission()).hasToString("rw-------");
            try (OutputStream out =
                    context.create(path("a/b/d"), EnumSet.of(CreateFlag.CREATE), Options.CreateOpts.createParent())) {
                out.write(1);
            }
            context.rename(path("a/b/d"), path("a/b/e"), Options.Rename.OVERWRITE);
            // The recording would show it.
            new ProcessBuilder("true").start().waitFor();
            recording.stop();
            recording.dump(events);
        }

        assertThat(Files.readAllBytes(folder.resolve("a/b/e"))).containsExactly(1);
        List<String> started = new ArrayList<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(events)) {
            started.add(event.getString("command"));
        }
        assertThat(started).singleElement().asString().startsWith("true");
    }

    @Test
    void aFileHasTheOwnerAndPermissionsThatHadoopFinds() throws IOException {
        write("file");
        Files.setPosixFilePermissions(folder.resolve("file"), PosixFilePermissions.fromString("rwxr-x--x"));
        FileStatus found = files.getFileStatus(path("file"));

        FileStatus expected = new org.apache.hadoop.fs.RawLocalFileSystem() {
            {
                initialize(java.net.URI.create("file:///"), new Configuration());
            }
        }.getFileStatus(path("file"));
        assertThat(found.getPermission()).isEqualTo(expected.getPermission()).hasToString("rwxr-x--x");
        assertThat(found.getOwner()).isEqualTo(expected.getOwner());
        assertThat(found.getGroup()).isEqualTo(expected.getGroup());
        assertThat(found.getLen()).isEqualTo(3);
        assertThat(found.getModificationTime()).isEqualTo(expected.getModificationTime());
    }

    @Test
    void aFolderKeepsItsGroupForNewFiles() throws IOException {
        java.nio.file.Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.setAttribute(shared, "unix:mode", 02700);

        files.setPermission(path("shared"), new FsPermission((short) 01750));

        assertThat((Integer) Files.getAttribute(shared, "unix:mode") & 07777).isEqualTo(03750);
    }

    @Test
    void aLinkIsFollowedAndAMissingFileIsNotFound() throws IOException {
        write("file");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("file"));

        assertThat(files.getFileStatus(path("link")).getLen()).isEqualTo(3);
        assertThat(Arrays.stream(files.listStatus(folder())).map(FileStatus::getLen))
                .containsExactlyInAnyOrder(3L, 3L);
        assertThatThrownBy(() -> files.getFileStatus(path("missing"))).isInstanceOf(FileNotFoundException.class);
        assertThatThrownBy(() -> files.setPermission(path("missing"), new FsPermission((short) 0600)))
                .isInstanceOf(IOException.class);
    }

    private void write(String name) throws IOException {
        try (OutputStream out = files.create(path(name))) {
            out.write(new byte[] {1, 2, 3});
        }
    }

    private Path path(String name) {
        return new Path(folder(), name);
    }

    private Path folder() {
        return new Path(folder.toUri());
    }
}
