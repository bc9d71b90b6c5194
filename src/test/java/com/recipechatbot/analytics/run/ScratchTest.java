package com.recipechatbot.analytics.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {

    /** Higher than any process of a usual kernel. */
    private static final long NOBODY = 99_999_999;

    @TempDir
    private Path folder;

    @Test
    void nobodyElseMayReadIt() throws IOException {
        Path own = Scratch.prepare(folder.resolve("root"), 42);

        for (Path each : new Path[] {own, folder.resolve("root")}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void whatAKilledRunLeftIsRemovedAndWhatALivingOneUsesIsNot() throws IOException {
        Path root = folder.resolve("root");
        Path left = Files.createDirectories(root.resolve(Long.toString(NOBODY)).resolve("blockmgr-1"));
        Files.writeString(left.resolve("rdd_1_1"), "something");
        Path used = Files.createDirectories(
                root.resolve(Long.toString(ProcessHandle.current().pid())));
        Files.writeString(used.resolve("rdd_1_2"), "something");

        Scratch.prepare(root, 42);

        assertThat(root.resolve(Long.toString(NOBODY))).doesNotExist();
        assertThat(used.resolve("rdd_1_2")).exists();
    }

    @Test
    void everyRunEncryptsWhatItWrites() {
        assertThat(Scratch.settings(new SparkConf(false).set("spark.master", "yarn")))
                .containsOnlyKeys("spark.io.encryption.enabled")
                .containsValue("true");
        assertThat(Scratch.settings(new SparkConf(false).set("spark.master", "local[2]")))
                .containsKeys("spark.io.encryption.enabled", "spark.local.dir");
    }
}
