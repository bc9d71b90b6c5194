package com.recipechatbot.analytics.lake;

import static org.apache.spark.sql.functions.expr;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.FileAction;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Replaces the rows of a table that match a condition, in one commit. What stays of the files concerned is written together
 * with the new rows: two Spark jobs, of which Delta's {@code replaceWhere} needs five.
 */
final class Replacement {

    private Replacement() {}

    /** @param rows with the columns of the table; a row that does not match the condition is an error */
    static void commit(SparkSession spark, DeltaLog log, String condition, Dataset<Row> rows) {
        OptimisticTransaction transaction = log.startTransaction(Option.empty(), Option.empty());
        List<AddFile> touched = CollectionConverters.asJava(transaction.filterFiles(
                CollectionConverters.asScala(List.of(resolved(spark, log, condition)))
                        .toSeq(),
                false));
        Dataset<Row> written =
                rows.where(expr("assert_true(coalesce((%s), false), 'a new row does not match the condition') IS NULL"
                        .formatted(condition)));
        if (!touched.isEmpty()) {
            Dataset<Row> staying = log.createDataFrame(
                            transaction.snapshot(),
                            CollectionConverters.asScala(touched).toSeq(),
                            false,
                            Option.empty())
                    .where("NOT coalesce((%s), false)".formatted(condition));
            written = written.unionByName(staying);
        }
        List<FileAction> added = CollectionConverters.asJava(transaction.writeFiles(written));
        List<Action> actions = Stream.<Action>concat(
                        added.stream(), touched.stream().map(AddFile::remove))
                .toList();
        transaction.commit(
                CollectionConverters.asScala(actions).toSeq(),
                new DeltaOperations.Write(
                        SaveMode.Overwrite,
                        Option.empty(),
                        Option.apply(condition),
                        Option.empty(),
                        Option.empty(),
                        Option.empty(),
                        Option.empty()));
    }

    /** The condition over the columns of the table. */
    private static Expression resolved(SparkSession spark, DeltaLog log, String condition) {
        var matching = (org.apache.spark.sql.classic.Dataset<Row>)
                spark.read().format("delta").load(log.dataPath().toString()).where(condition);
        return ((Filter) matching.queryExecution().analyzed()).condition();
    }
}
