package com.recipechatbot.analytics.lake;

import io.delta.storage.HadoopFileSystemLogStore;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Writes each Delta commit on condition that nobody has written that version yet and that the run still holds the lake.
 * Delta's own log stores only coordinate writers within one process, both on S3 and on a local disk.
 */
public final class LakeLogStore extends HadoopFileSystemLogStore {

    /** Delta instantiates the store by its class name. */
    public LakeLogStore(Configuration hadoop) {
        super(hadoop);
    }

    /** The settings that a Spark session needs to commit through this store. */
    public static Map<String, String> settings() {
        return Stream.of("file", "s3", "s3a")
                .collect(Collectors.toMap(
                        "spark.delta.logStore.%s.impl"::formatted, scheme -> LakeLogStore.class.getName()));
    }

    /**
     * @param overwrite true for files that only summarize commits
     * @throws FileAlreadyExistsException when another writer was first; Delta then tries the next version, or gives up
     * @throws LakeBusyException when another run has taken the lake
     */
    @Override
    public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration hadoop) throws IOException {
        FileSystem fileSystem = path.getFileSystem(hadoop);
        Lease.requireHeld(fileSystem.makeQualified(path));
        StringBuilder content = new StringBuilder();
        actions.forEachRemaining(action -> content.append(action).append('\n'));
        AtomicFiles files = new AtomicFiles(fileSystem);
        if (overwrite) {
            files.write(path, content.toString());
        } else if (!files.create(path, content.toString())) {
            throw new FileAlreadyExistsException(path.toString());
        }
    }

    @Override
    public Boolean isPartialWriteVisible(Path path, Configuration hadoop) {
        return false;
    }
}
