package com.recipechatbot.analytics.capture;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder on this machine, for trying things without AWS. */
final class LocalExportFolder implements ExportFolder {

    private final Path root;

    LocalExportFolder(Path root) {
        this.root = root;
    }

    @Override
    public void publish(Path file, String name) throws IOException {
        Path target = root.resolve(name);
        createForOwner(target.getParent());
        // A file with the same content is kept, so that readers need not read it again.
        if (Files.exists(target) && Files.mismatch(file, target) < 0) {
            return;
        }
        // In the same folder, where a move is atomic; names that begin with "_" are not data.
        Path part = target.resolveSibling("_" + target.getFileName() + ".part");
        Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The conversations in it are nobody else's business. */
    private static void createForOwner(Path folder) throws IOException {
        boolean isPosix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (Files.notExists(folder)) {
            Files.createDirectories(
                    folder,
                    isPosix
                            ? new FileAttribute<?>[] {
                                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                            }
                            : new FileAttribute<?>[0]);
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(root.resolve(name));
    }

    @Override
    public List<Entry> list(String folder) throws IOException {
        Path start = root.resolve(folder);
        if (Files.notExists(start)) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.walk(start).filter(Files::isRegularFile).sorted()) {
            for (Path file : files.toList()) {
                entries.add(new Entry(
                        root.relativize(file).toString(),
                        Files.getLastModifiedTime(file).toInstant()));
            }
        }
        return entries;
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(root.resolve(name));
    }

    @Override
    public URI locate(String name) {
        return root.resolve(name).toUri();
    }
}
