package com.recipechatbot.analytics.lake;

import static org.apache.spark.sql.functions.expr;

import com.recipechatbot.analytics.lake.TableFiles.TableFile;
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
import scala.collection.immutable.Map$;
import scala.collection.immutable.Seq;
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
        transaction.readWholeTable();
        TableFiles all = TableFiles.of(spark, log.dataPath().toString(), transaction.readVersion());
        FileCondition ofFiles = new FileCondition(resolved(all.read(spark), condition), all.partitionSchema());
        TableFiles touched = all.matching(ofFiles);
        Dataset<Row> written =
                rows.where(expr("assert_true(coalesce((%s), false), 'a new row does not match the condition') IS NULL"
                        .formatted(condition)));
        if (!touched.files().isEmpty() && !ofFiles.isOfPartitionsOnly()) {
            Dataset<Row> staying = touched.read(spark).where("NOT coalesce((%s), false)".formatted(condition));
            written = written.unionByName(staying, true);
        }
        List<FileAction> added = CollectionConverters.asJava(transaction.writeFiles(written));
        List<Action> actions = Stream.<Action>concat(
                        added.stream(), touched.files().stream().map(Replacement::removed))
                .toList();
        transaction.commitIfNeeded(
                seq(actions),
                new DeltaOperations.Write(
                        SaveMode.Overwrite,
                        Option.empty(),
                        Option.apply(condition),
                        Option.empty(),
                        Option.empty(),
                        Option.empty(),
                        Option.empty()),
                Map$.MODULE$.empty());
    }

    /** The condition over the columns of the table. */
    private static Expression resolved(Dataset<Row> table, String condition) {
        var matching = (org.apache.spark.sql.classic.Dataset<Row>) table.where(condition);
        return ((Filter) matching.queryExecution().analyzed()).condition();
    }

    private static Action removed(TableFile file) {
        return new AddFile(
                        file.path(),
                        Map$.MODULE$.from(CollectionConverters.asScala(file.partitionTexts())),
                        file.status().getLen(),
                        file.status().getModificationTime(),
                        true,
                        null,
                        null,
                        null,
                        Option.empty(),
                        Option.empty(),
                        Option.empty())
                .remove();
    }

    private static <T> Seq<T> seq(List<T> all) {
        return CollectionConverters.asScala(all).toSeq();
    }
}
