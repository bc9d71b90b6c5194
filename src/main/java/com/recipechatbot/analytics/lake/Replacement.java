package com.recipechatbot.analytics.lake;

import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.In;
import org.apache.spark.sql.catalyst.expressions.Or;
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
        List<Expression> conjuncts = new ArrayList<>();
        addConjuncts(resolved(spark, log, condition), conjuncts);
        List<AddFile> touched = CollectionConverters.asJava(transaction.filterFiles(seq(conjuncts), false));
        Dataset<Row> written =
                rows.where(expr("assert_true(coalesce((%s), false), 'a new row does not match the condition') IS NULL"
                        .formatted(condition)));
        if (!touched.isEmpty() && !isOfPartitions(transaction, conjuncts)) {
            Dataset<Row> staying = log.createDataFrame(transaction.snapshot(), seq(touched), false, Option.empty())
                    .where("NOT coalesce((%s), false)".formatted(condition));
            written = written.unionByName(staying, true);
        }
        List<FileAction> added = CollectionConverters.asJava(transaction.writeFiles(written));
        List<Action> actions = Stream.<Action>concat(
                        added.stream(), touched.stream().map(AddFile::remove))
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
    private static Expression resolved(SparkSession spark, DeltaLog log, String condition) {
        var matching = (org.apache.spark.sql.classic.Dataset<Row>)
                spark.read().format("delta").load(log.dataPath().toString()).where(condition);
        return ((Filter) matching.queryExecution().analyzed()).condition();
    }

    /** Delta looks at each of these by itself: by the partition of a file, or by its minima and maxima. */
    private static void addConjuncts(Expression condition, List<Expression> conjuncts) {
        if (condition instanceof And both) {
            addConjuncts(both.left(), conjuncts);
            addConjuncts(both.right(), conjuncts);
        } else if (condition instanceof In in) {
            conjuncts.add(anyOf(in.value(), CollectionConverters.asJava(in.list())));
        } else {
            conjuncts.add(condition);
        }
    }

    /** Of a list, Delta would look at the smallest and largest value only, and find all files in between. */
    private static Expression anyOf(Expression column, List<Expression> values) {
        if (values.size() == 1) {
            return new EqualTo(column, values.get(0));
        }
        int half = values.size() / 2;
        return new Or(anyOf(column, values.subList(0, half)), anyOf(column, values.subList(half, values.size())));
    }

    /** Then no row of these files stays. */
    private static boolean isOfPartitions(OptimisticTransaction transaction, List<Expression> conjuncts) {
        Set<String> partitions =
                Set.copyOf(CollectionConverters.asJava(transaction.metadata().partitionColumns()));
        return conjuncts.stream()
                .flatMap(conjunct ->
                        CollectionConverters.asJava(conjunct.references().toSeq()).stream())
                .allMatch(column -> partitions.contains(column.name()));
    }

    private static <T> Seq<T> seq(List<T> all) {
        return CollectionConverters.asScala(all).toSeq();
    }
}
