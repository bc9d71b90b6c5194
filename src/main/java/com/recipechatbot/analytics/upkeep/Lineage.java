package com.recipechatbot.analytics.upkeep;

import com.recipechatbot.analytics.lake.LakeReader;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.tables.DayRange;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables that a table is computed from, according to its query, with the rows that each has of some days. */
public final class Lineage {

    private static final List<String> PERIODS =
            List.of("day", "week_start", "month_start", "cohort_week", "cohort_day", "sent_at", "started_at");

    private final LakeReader lake;
    private final DayRange days;
    private final Optional<LocalDate> asOf;
    private final Set<MetricTable> printed = EnumSet.noneOf(MetricTable.class);

    public Lineage(LakeReader lake, DayRange days) {
        this.lake = lake;
        this.days = days;
        this.asOf = lastExpiry();
    }

    /** The values of a column in the rows of the days. */
    public List<Object> values(MetricTable table, String column) {
        List<Object> values = new ArrayList<>();
        read(table, (columns, row) -> {
            if (isOfDays(columns, row)) {
                values.add(row.get(columns.indexOf(column)));
            }
        });
        return values;
    }

    /** A line for the table and, indented, for each table that it reads, once. */
    public void print(MetricTable table, PrintStream out) {
        print(table, "", out);
    }

    private void print(MetricTable table, String indent, PrintStream out) {
        if (!lake.exists(table.contract().location())) {
            out.printf("%s%s: not there yet%n", indent, table.tableName());
            return;
        }
        long[] rows = new long[2];
        read(table, (columns, row) -> {
            rows[0] += isOfDays(columns, row) ? 1 : 0;
            rows[1]++;
        });
        out.printf("%s%s: %,d / %,d%s%n", indent, table.tableName(), rows[0], rows[1], expired(table));
        if (printed.add(table)) {
            for (MetricTable read : reads(table)) {
                print(read, indent + "  ", out);
            }
        }
    }

    /** That rows of the days may be missing because their retention has expired; empty when all are kept. */
    private String expired(MetricTable table) {
        return asOf.flatMap(day -> table.contract().firstDayKept(day))
                .filter(first -> days.from().isBefore(first))
                .map(first -> " (rows before %s have expired)".formatted(first))
                .orElse("");
    }

    /** The day that the newest expiry of the lake counted back from; empty when nothing has expired yet. */
    private Optional<LocalDate> lastExpiry() {
        if (!lake.exists(MetricTable.PIPELINE_RUNS.contract().location())) {
            return Optional.empty();
        }
        SortedSet<LocalDate> expiries = new TreeSet<>();
        read(MetricTable.PIPELINE_RUNS, (columns, row) -> {
            if (row.get(columns.indexOf("job")).equals("expire")) {
                expiries.add((LocalDate) row.get(columns.indexOf("day_to")));
            }
        });
        return expiries.isEmpty() ? Optional.empty() : Optional.of(expiries.last());
    }

    /** The tables that the query names, without its own intermediate steps. */
    static Set<MetricTable> reads(MetricTable table) {
        Set<MetricTable> tables = EnumSet.noneOf(MetricTable.class);
        table.query().stream().flatMap(query -> query.tables().stream()).forEach(tables::add);
        if (MetricTable.replaced(MetricTable.Replaced.MERGED).contains(table)) {
            // Merged from them by the fold.
            tables.add(MetricTable.CONVERSATION_PARTS);
        }
        tables.remove(table);
        return tables;
    }

    /** The newest reading of each source of the days, and how many of its records were rejected. */
    public void printSources(PrintStream out) {
        Map<String, Long> rejected = new TreeMap<>();
        read(
                MetricTable.REJECTED_RECORDS,
                (columns, row) ->
                        rejected.merge(row.get(columns.indexOf("source_id")).toString(), 1L, Long::sum));
        Map<String, Map<String, Object>> newest = new TreeMap<>();
        Map<String, Instant> readAt = new TreeMap<>();
        read(MetricTable.PIPELINE_RUNS, (columns, row) -> {
            Instant at = (Instant) row.get(columns.indexOf("started_at"));
            for (Object source : (List<?>) row.get(columns.indexOf("sources"))) {
                Map<String, Object> fields = asFields(source);
                LocalDate day = LocalDate.parse(fields.get("day").toString());
                String id = fields.get("source_id").toString();
                if (days.contains(day) && !at.isBefore(readAt.getOrDefault(id, Instant.MIN))) {
                    newest.put(id, fields);
                    readAt.put(id, at);
                }
            }
        });
        newest.forEach((id, source) -> out.printf(
                "  %s: day %s, read %s, %s, fingerprint %s, %d rejected%n",
                id,
                source.get("day"),
                readAt.get(id),
                Boolean.TRUE.equals(source.get("is_final")) ? "final" : "not final",
                source.get("fingerprint"),
                rejected.getOrDefault(id, 0L)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asFields(Object structure) {
        return (Map<String, Object>) structure;
    }

    private boolean isOfDays(List<String> columns, List<Object> row) {
        for (String column : PERIODS) {
            int place = columns.indexOf(column);
            if (place >= 0) {
                Object at = row.get(place);
                LocalDate day =
                        at instanceof Instant instant ? LocalDate.ofInstant(instant, ZoneOffset.UTC) : (LocalDate) at;
                return day != null && days.contains(day);
            }
        }
        return false;
    }

    private void read(MetricTable table, RowOfColumns rows) {
        List<String> columns = new ArrayList<>();
        lake.read(table.contract().location(), columns::addAll, row -> rows.accept(columns, row));
    }

    private interface RowOfColumns {
        void accept(List<String> columns, List<Object> row);
    }
}
