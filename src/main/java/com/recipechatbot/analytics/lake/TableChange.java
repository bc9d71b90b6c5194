package com.recipechatbot.analytics.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.input_file_name;

import com.recipechatbot.analytics.lake.TableFiles.TableFile;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.paths.SparkPath;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
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
 * One change of a table's rows, in one commit: the files with such rows are written again with what stays of them. It takes a
 * Spark job or two, where Delta's own commands take five.
 */
final class TableChange {

    private final SparkSession spark;
    private final OptimisticTransaction transaction;
    private final TableFiles all;

    /** @param newest the files of the table, if nobody has changed it since */
    TableChange(SparkSession spark, DeltaLog log, TableFiles newest) {
        this.spark = spark;
        this.transaction = log.startTransaction(Option.empty(), Option.empty());
        transaction.readWholeTable();
        this.all = newest.version() == transaction.readVersion()
                ? newest
                : TableFiles.of(spark, log.dataPath().toString(), transaction.readVersion());
    }

    /**
     * Replaces the rows that match a condition.
     *
     * @param rows with the columns of the table; a row that does not match the condition is an error
     */
    void replace(String condition, Dataset<Row> rows) {
        FileCondition ofFiles = all.condition(spark, condition);
        TableFiles touched = all.matching(ofFiles);
        Dataset<Row> written =
                rows.where(expr("assert_true(coalesce((%s), false), 'a new row does not match the condition') IS NULL"
                        .formatted(condition)));
        if (!touched.files().isEmpty() && !ofFiles.isOfPartitionsOnly()) {
            written = written.unionByName(touched.read(spark).where(not(condition)), true);
        }
        commit(
                touched,
                written,
                new DeltaOperations.Write(
                        SaveMode.Overwrite,
                        Option.empty(),
                        Option.apply(condition),
                        Option.empty(),
                        Option.empty(),
                        Option.empty(),
                        Option.empty()));
    }

    /** @return how many rows matched the condition and are gone */
    long delete(String condition) {
        Dataset<Row> matching =
                all.read(spark, condition).select(input_file_name().as("file"));
        return delete(matching, touched -> touched.where(not(condition)));
    }

    /**
     * @param keys one column, {@code key}; the log does not contain them
     * @return how many rows had one of the keys and are gone
     */
    long delete(String column, Dataset<Row> keys) {
        Dataset<Row> rows =
                all.read(spark).select(col(column), input_file_name().as("file"));
        return delete(
                rows.join(keys, rows.col(column).equalTo(col("key")), "left_semi"),
                touched -> touched.join(keys, touched.col(column).equalTo(col("key")), "left_anti"));
    }

    private long delete(Dataset<Row> matching, UnaryOperator<Dataset<Row>> staying) {
        List<Row> counts = matching.groupBy(col("file")).count().collectAsList();
        if (counts.isEmpty()) {
            return 0;
        }
        Set<Path> paths = counts.stream()
                .map(file -> SparkPath.fromUrlString(file.getString(0)).toPath())
                .collect(Collectors.toSet());
        TableFiles touched = all.only(paths);
        commit(touched, staying.apply(touched.read(spark)), DeltaOperations.ManualUpdate$.MODULE$);
        return counts.stream().mapToLong(file -> file.getLong(1)).sum();
    }

    private void commit(TableFiles touched, Dataset<Row> written, DeltaOperations.Operation operation) {
        List<FileAction> added = CollectionConverters.asJava(transaction.writeFiles(written));
        List<Action> actions = Stream.<Action>concat(
                        added.stream(), touched.files().stream().map(TableChange::removed))
                .toList();
        transaction.commitIfNeeded(seq(actions), operation, Map$.MODULE$.empty());
    }

    private static String not(String condition) {
        return "NOT coalesce((%s), false)".formatted(condition);
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
