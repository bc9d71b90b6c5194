package com.recipechatbot.analytics.faults;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.apache.spark.TaskContext;

/**
 * The local file system, in which the first attempt of each task that reads JSON or writes Parquet fails when it closes its
 * file, that is after its work was done. Hadoop makes it from its name, in the executors.
 */
public final class FailingTasks extends LocalFileSystem {

    /** What the failures say. */
    public static final String FAILED = "the test failed this attempt";

    @Override
    public FSDataInputStream open(Path path, int buffer) throws IOException {
        FSDataInputStream in = super.open(path, buffer);
        return path.getName().endsWith(".json")
                ? new FSDataInputStream(in) {
                    @Override
                    public void close() throws IOException {
                        super.close();
                        failFirstAttempt();
                    }
                }
                : in;
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int buffer,
            short replication,
            long block,
            Progressable progress)
            throws IOException {
        FSDataOutputStream out = super.create(path, permission, overwrite, buffer, replication, block, progress);
        return path.getName().endsWith(".parquet")
                ? new FSDataOutputStream(out, null) {
                    @Override
                    public void close() throws IOException {
                        super.close();
                        failFirstAttempt();
                    }
                }
                : out;
    }

    private static void failFirstAttempt() throws IOException {
        TaskContext task = TaskContext.get();
        if (task != null && task.attemptNumber() == 0) {
            throw new IOException(FAILED);
        }
    }
}
