package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.metrics.DataCheck;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.metrics.Query;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.SparkSqlParser;

/**
 * The program's own queries, each parsed once: Spark's parser is slow until it has read a few dozen of them, and a
 * backfill asks for the same ones again and again.
 */
final class ParsedQueries {

    /** Without Delta's parser before it: no query uses Delta's own commands. */
    private static final SparkSqlParser PARSER = new SparkSqlParser();

    private static final Map<String, LogicalPlan> PARSED = new ConcurrentHashMap<>();

    private ParsedQueries() {}

    static LogicalPlan of(String sql) {
        return PARSED.computeIfAbsent(sql, PARSER::parsePlan);
    }

    /** Parses the queries and checks of these tables on another thread, while this one waits for the input to be read. */
    static void parseAhead(Collection<MetricTable> tables) {
        Thread thread = new Thread(
                () -> {
                    tables.forEach(table -> table.query().ifPresent(ParsedQueries::withInputs));
                    tables.stream()
                            .flatMap(table -> table.checks().stream())
                            .map(DataCheck::query)
                            .forEach(ParsedQueries::withInputs);
                },
                "query-parser");
        thread.setDaemon(true);
        thread.start();
    }

    private static void withInputs(Query query) {
        query.reads().forEach(name -> Query.view(name).ifPresent(ParsedQueries::withInputs));
        of(query.sql());
    }
}
