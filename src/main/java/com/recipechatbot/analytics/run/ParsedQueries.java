package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.metrics.Query;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.SparkSqlParser;

/**
 * The program's own queries, each parsed once: Spark's parser is slow until it has read a few dozen of them, and a
 * backfill asks for the same ones again and again. None of them has a literal whose value depends on the session's time
 * zone, which the parser would read once for all sessions.
 */
final class ParsedQueries {

    /** Without Delta's parser before it: no query uses Delta's own commands. */
    private static final SparkSqlParser PARSER = new SparkSqlParser();

    private static final Map<String, LogicalPlan> PARSED = new ConcurrentHashMap<>();

    private ParsedQueries() {}

    static LogicalPlan of(String sql) {
        return PARSED.computeIfAbsent(sql, PARSER::parsePlan);
    }

    /** Parses the query and the checks of a table, and the views that they read. */
    static void parse(MetricTable table) {
        table.query().ifPresent(ParsedQueries::withInputs);
        table.checks().forEach(check -> withInputs(check.query()));
    }

    private static void withInputs(Query query) {
        query.reads().forEach(name -> Query.view(name).ifPresent(ParsedQueries::withInputs));
        of(query.sql());
    }
}
