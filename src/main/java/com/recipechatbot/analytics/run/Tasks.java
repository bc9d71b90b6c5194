package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.run.fold.Fold;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** How many tasks share the facts of a run. A small run has one, shuffles nothing, and compiles no query. */
public record Tasks(int count) {

    /** The setting of Spark that says how much input one task gets: few large ones, or many small ones. */
    static final String TASK_BYTES = "spark.recipechatbot.taskBytes";

    private static final String DEFAULT_BYTES = "32m";

    private static final int MOST = 4_000;

    /** Up to 128 MB, with tasks of the usual size. */
    private static final int FEW = 4;

    /** The users and conversations of a day have this many times fewer rows than its messages. */
    private static final int FEWER_ROWS = 8;

    private static final String COMPILES = "spark.sql.codegen.wholeStage";

    static Tasks forInput(SparkSession spark, long bytes) {
        long each = spark.sparkContext().getConf().getSizeAsBytes(TASK_BYTES, DEFAULT_BYTES);
        return new Tasks((int) Math.min(MOST, bytes / each + 1));
    }

    /** Whether one task reads everything, so that the driver can hold the conversations as well. */
    boolean isOne() {
        return count == 1;
    }

    /**
     * Makes the queries of the session use this many. Compiling the queries of a run takes longer than interpreting them
     * over a few thousand rows: half the CPU of a small day.
     */
    public void applyTo(SparkSession spark) {
        spark.conf().set("spark.sql.shuffle.partitions", count);
        if (isOne()) {
            planOnce(spark);
        }
        interpretUpTo(1, spark);
    }

    /** The same for the queries that follow when none of them reads messages any more: their rows are far fewer. */
    void applyWithoutMessages(SparkSession spark) {
        spark.conf().set("spark.sql.shuffle.partitions", Math.max(1, count / FEWER_ROWS));
        planOnce(spark);
        interpretUpTo(FEW, spark);
    }

    /** A query that is planned again after each of its stages runs several jobs; so does one that broadcasts a few rows. */
    private void planOnce(SparkSession spark) {
        spark.conf().set("spark.sql.adaptive.enabled", false);
        if (isOne()) {
            spark.conf().set("spark.sql.autoBroadcastJoinThreshold", -1);
            spark.conf().set("spark.sql.leafNodeDefaultParallelism", 1);
        }
    }

    private void interpretUpTo(int most, SparkSession spark) {
        if (count <= most && !spark.conf().contains(COMPILES)) {
            spark.conf().set(COMPILES, false);
            spark.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        }
    }

    /** Merges facts by conversation: in the tasks that read, then in this many others. */
    public Dataset<Row> merge(Dataset<Row> facts) {
        return Fold.merge(count == 1 ? facts.coalesce(1) : facts);
    }
}
