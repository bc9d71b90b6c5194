package com.recipechatbot.analytics.metrics;

import com.recipechatbot.analytics.tables.TableContract;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query and the views that it reads, which its text names in a line {@code -- reads: conversations, settings}. It can be
 * pasted into a notebook as it is.
 *
 * @param name of the table or file that it is for
 */
public record Query(String name, String sql, List<String> reads) {

    private static final Pattern READS = Pattern.compile("(?m)^-- reads: (.+)$");

    /** The query in a file on the class path, such as {@code /metrics/compatibility.sql}. */
    public static Query resource(String name, String path) {
        return of(name, TableContract.resource(path));
    }

    /** The view of this name below {@code metrics/views}, over other views and tables. */
    public static Optional<Query> view(String name) {
        String path = "/metrics/views/" + name + ".sql";
        return Query.class.getResource(path) == null ? Optional.empty() : Optional.of(resource(name, path));
    }

    /** The tables of the lake that it reads, also through views. */
    public Set<MetricTable> tables() {
        Set<MetricTable> tables = EnumSet.noneOf(MetricTable.class);
        for (String read : reads) {
            MetricTable.named(read).ifPresent(tables::add);
            view(read).ifPresent(view -> tables.addAll(view.tables()));
        }
        return tables;
    }

    static Query of(String name, String sql) {
        return new Query(name, sql, readsOf(name, sql));
    }

    /** @throws IllegalStateException when the text does not say what it reads: a mistake in the build */
    static List<String> readsOf(String name, String sql) {
        Matcher line = READS.matcher(sql);
        if (!line.find()) {
            throw new IllegalStateException(
                    "Cannot use the SQL of %s: it does not say what it reads. Add a line \"-- reads: name, name\"."
                            .formatted(name));
        }
        return List.of(line.group(1).strip().split("\\s*,\\s*"));
    }
}
