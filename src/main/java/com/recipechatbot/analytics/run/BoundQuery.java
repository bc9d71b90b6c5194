package com.recipechatbot.analytics.run;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias$;
import org.apache.spark.sql.catalyst.plans.logical.Union;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import scala.Option;
import scala.Tuple3;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Binds the names that a query reads to rows, as if its text began with {@code WITH name AS (...)}. A temporary view for
 * each name would say the same, but takes a command of Spark each time, and others in the session would see it.
 */
final class BoundQuery {

    private BoundQuery() {}

    static Dataset<Row> of(SparkSession session, String sql, Map<String, Dataset<Row>> rows) {
        var spark = (org.apache.spark.sql.classic.SparkSession) session;
        List<Tuple3<String, SubqueryAlias, Option<Object>>> inputs = rows.entrySet().stream()
                .map(input -> input(input.getKey(), input.getValue()))
                .toList();
        return org.apache.spark.sql.classic.Dataset.ofRows(
                spark,
                new UnresolvedWith(
                        ParsedQueries.of(sql),
                        CollectionConverters.asScala(inputs).toSeq(),
                        false));
    }

    /** All rows of queries with the same columns, analyzed once; a chain of unions is analyzed at each of its links. */
    static Dataset<Row> union(List<Dataset<Row>> queries) {
        var spark = (org.apache.spark.sql.classic.SparkSession) queries.get(0).sparkSession();
        List<LogicalPlan> plans = queries.stream().map(BoundQuery::plan).toList();
        return org.apache.spark.sql.classic.Dataset.ofRows(
                spark, new Union(CollectionConverters.asScala(plans).toSeq(), false, false));
    }

    private static Tuple3<String, SubqueryAlias, Option<Object>> input(String name, Dataset<Row> rows) {
        return new Tuple3<>(name, SubqueryAlias$.MODULE$.apply(name, plan(rows)), Option.empty());
    }

    private static LogicalPlan plan(Dataset<Row> rows) {
        return ((org.apache.spark.sql.classic.Dataset<Row>) rows).logicalPlan();
    }
}
