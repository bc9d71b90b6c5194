package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.FailureKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.SparkConf;

/**
 * Where a local run keeps what Spark writes to disk for a while: a folder of its own that nobody else may read, encrypted.
 * What a killed run left behind is removed by the next one.
 */
final class Scratch {

    private static final String LOCAL_DIR = "spark.local.dir";

    private Scratch() {}

    /** The settings of a session. On a cluster the folders are the cluster's. */
    static Map<String, String> settings(SparkConf given) {
        String encryption = "spark.io.encryption.enabled";
        if (!given.get("spark.master", "").startsWith("local") || given.contains(LOCAL_DIR)) {
            return Map.of(encryption, "true");
        }
        Path root = Path.of(
                System.getProperty("java.io.tmpdir"), "recipe-chatbot-analytics-" + System.getProperty("user.name"));
        return Map.of(
                encryption,
                "true",
                LOCAL_DIR,
                prepare(root, ProcessHandle.current().pid()).toString());
    }

    /** Makes the folder of a process, and removes those of processes that are gone. */
    static Path prepare(Path root, long process) {
        try {
            Files.createDirectories(root);
            onlyForOwner(root);
            for (Path left : children(root)) {
                if (!isAlive(left.getFileName().toString())) {
                    FileUtils.deleteDirectory(left.toFile());
                }
            }
            Path own = root.resolve(Long.toString(process));
            Files.createDirectories(own);
            onlyForOwner(own);
            own.toFile().deleteOnExit();
            return own;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot use %s for temporary files: %s. Set spark.local.dir to a folder that this user may write."
                            .formatted(root, FailureKind.of(e).words()),
                    e);
        }
    }

    private static boolean isAlive(String process) {
        try {
            Optional<ProcessHandle> found = ProcessHandle.of(Long.parseLong(process));
            return found.map(ProcessHandle::isAlive).orElse(false);
        } catch (NumberFormatException e) {
            // Somebody else's folder.
            return true;
        }
    }

    private static void onlyForOwner(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }
}
