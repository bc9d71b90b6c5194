package com.recipechatbot.analytics.faults;

import java.util.HashSet;
import java.util.Set;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerBlockUpdated;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Kills two executors of a local-cluster: the one that writes the first shuffle file, and the first one after that which
 * stores a block. What they held has to be computed again. Spark makes it from its name, in the driver.
 */
public final class KilledExecutors extends SparkListener {

    /** What is printed for each. */
    public static final String KILLED = "the test killed executor ";

    private final Set<String> killed = new HashSet<>();
    private boolean hasKilledAWriter;
    private boolean hasKilledAStore;

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        if (!hasKilledAWriter && end.taskMetrics().shuffleWriteMetrics().bytesWritten() > 0) {
            hasKilledAWriter = true;
            kill(end.taskInfo().executorId());
        }
    }

    @Override
    public void onBlockUpdated(SparkListenerBlockUpdated update) {
        String executor = update.blockUpdatedInfo().blockManagerId().executorId();
        if (hasKilledAWriter
                && !hasKilledAStore
                && update.blockUpdatedInfo().blockId().isRDD()
                && update.blockUpdatedInfo().diskSize() > 0
                && !killed.contains(executor)) {
            hasKilledAStore = true;
            kill(executor);
        }
    }

    private void kill(String executor) {
        killed.add(executor);
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(" --executor-id " + executor + " "))
                .forEach(process -> {
                    System.err.println(KILLED + executor);
                    process.destroyForcibly();
                });
    }
}
