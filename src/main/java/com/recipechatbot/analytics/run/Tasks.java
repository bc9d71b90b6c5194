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

    /** Up to half a GB, with tasks of the usual size. */
    private static final int FEW = 16;

    private static final String COMPILES = "spark.sql.codegen.wholeStage";

    static Tasks forInput(SparkSession spark, long bytes) {
        long each = spark.sparkContext().getConf().getSizeAsBytes(TASK_BYTES, DEFAULT_BYTES);
        return new Tasks((int) Math.min(MOST, bytes / each + 1));
    }

    /**
     * Lets the queries of the session use as many. To compile the some hundred queries of a run takes longer than to
     * interpret them over a few thousand rows: half the CPU of a small day.
     */
    public void applyTo(SparkSession spark) {
        spark.conf().set("spark.sql.shuffle.partitions", count);
        interpretUpTo(1, spark);
    }

    /** The same for the queries that follow when none of them reads messages any more: their rows are far fewer. */
    void applyWithoutMessages(SparkSession spark) {
        interpretUpTo(FEW, spark);
    }

    private void interpretUpTo(int most, SparkSession spark) {
        if (count <= most && !spark.conf().contains(COMPILES)) {
            spark.conf().set(COMPILES, false);
            spark.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        }
    }

    /** Merges facts by conversation: in the tasks that read, then in so many others. */
    public Dataset<Row> merge(Dataset<Row> facts) {
        return Fold.merge(count == 1 ? facts.coalesce(1) : facts);
    }
}
