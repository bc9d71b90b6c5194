package com.recipechatbot.analytics.upkeep;

import com.recipechatbot.analytics.FailureKind;
import com.recipechatbot.analytics.lake.LakeReader;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.run.CompatibilityFiles;
import com.recipechatbot.analytics.tables.TableContract;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads every row of a lake and finds what is violated: tables that Athena cannot read, runs that lost a record,
 * published days that disagree with the tables beside them. Keeps the published rows in memory, and only sums of the others.
 */
public final class Verification {

    /** How many days before the newest one an erasure restates: older ones keep their totals. */
    private static final int RESTATED_DAYS = 90;

    private final LakeReader lake;
    private final List<List<Object>> tables = new ArrayList<>();
    private final Map<MetricTable, List<Map<String, Object>>> kept = new TreeMap<>();
    private final Map<LocalDate, Long> messagesHeld = new TreeMap<>();
    private final Set<MetricTable> missing = EnumSet.noneOf(MetricTable.class);
    private final List<String> findings = new ArrayList<>();

    public Verification(LakeReader lake) {
        this.lake = lake;
    }

    public Verification run() {
        for (MetricTable table : MetricTable.values()) {
            verifyTable(table);
        }
        verifyLost();
        verifyRuns();
        verifyDays();
        verifyUsers(MetricTable.WEEKLY_METRICS, "week_start");
        verifyUsers(MetricTable.MONTHLY_METRICS, "month_start");
        return this;
    }

    /** A line for each table: its name, newest version, Delta reader version and rows; null for a table that does not exist yet or cannot be read. */
    public List<List<Object>> tables() {
        return tables;
    }

    /** What is violated, in sentences that say what to do. */
    public List<String> findings() {
        return findings;
    }

    public int runs() {
        return kept(MetricTable.PIPELINE_RUNS).size();
    }

    public int days() {
        return kept(MetricTable.DAILY_METRICS).size();
    }

    private void verifyTable(MetricTable table) {
        TableContract contract = table.contract();
        try {
            if (lake.exists(contract.location())) {
                verifyThere(table, contract);
                return;
            }
            missing.add(table);
        } catch (RuntimeException e) {
            // What stops this reader also stops others.
            findings.add("%s cannot be read (%s): restore its files, or backfill into a new lake."
                    .formatted(contract.name(), FailureKind.of(e).words()));
        }
        tables.add(Arrays.asList(contract.name(), null, null, null));
    }

    /** The marker and the runs know which tables there must be. */
    private void verifyLost() {
        SortedSet<String> written = new TreeSet<>(lake.writtenTables());
        for (Map<String, Object> run : kept(MetricTable.PIPELINE_RUNS)) {
            for (Object version : (List<?>) run.get("table_versions")) {
                written.add(((Map<?, ?>) version).get("table_name").toString());
            }
        }
        for (MetricTable table : MetricTable.values()) {
            if (written.contains(table.tableName()) && missing.contains(table)) {
                findings.add(
                        "%s is lost: it was written before, and is not in %s. Restore this folder, or run jobs/run backfill over all days of the export."
                                .formatted(table.tableName(), table.contract().location()));
            }
        }
    }

    private void verifyThere(MetricTable table, TableContract contract) {
        LakeReader.Protocol protocol = lake.protocol(contract.location());
        if (protocol.readerVersion() != 1 || !protocol.readerFeatures().isEmpty()) {
            findings.add(
                    "%s has Delta reader version %d %s: Athena reads 1. A table cannot go back: remove the setting that raised it and backfill into a new lake."
                            .formatted(contract.name(), protocol.readerVersion(), protocol.readerFeatures()));
        }
        tables.add(List.of(contract.name(), protocol.version(), protocol.readerVersion(), rows(table)));
    }

    private long rows(MetricTable table) {
        TableContract contract = table.contract();
        boolean isKept = contract.area().equals("published") || table == MetricTable.PIPELINE_RUNS;
        List<String> columns = new ArrayList<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        Set<List<Object>> keys = new HashSet<>();
        long[] count = {0, 0};
        lake.read(contract.location(), columns::addAll, values -> {
            count[0]++;
            if (isKept) {
                Map<String, Object> row = row(columns, values);
                rows.add(row);
                count[1] += keys.add(contract.key().stream().map(row::get).toList()) ? 0 : 1;
            } else if (table == MetricTable.CONVERSATION_PARTS) {
                addMessages(row(columns, values));
            }
        });
        if (isKept) {
            kept.put(table, rows);
        }
        if (count[1] > 0) {
            findings.add(
                    "%s has rows with the same %s as another row (%,d): run their days again with jobs/run backfill."
                            .formatted(contract.name(), String.join(" and ", contract.key()), count[1]));
        }
        return count[0];
    }

    private static Map<String, Object> row(List<String> columns, List<Object> values) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), values.get(i));
        }
        return row;
    }

    private void addMessages(Map<String, Object> row) {
        long messages = ((List<?>) row.get("turns"))
                .stream()
                        .map(turn -> ((Map<?, ?>) turn).get("role"))
                        .filter(role -> role.equals("user") || role.equals("assistant"))
                        .count();
        messagesHeld.merge((LocalDate) row.get("day"), messages, Long::sum);
    }

    private void verifyRuns() {
        for (Map<String, Object> run : kept(MetricTable.PIPELINE_RUNS)) {
            long found = Stream.of("rows_loaded", "rows_duplicate", "rows_rejected", "rows_excluded")
                    .mapToLong(column -> (Long) run.get(column))
                    .sum();
            if ((Long) run.get("rows_read") != found) {
                findings.add(
                        "the run %s of %s read %,d records and accounts for %,d: run it again, and report it if it persists."
                                .formatted(run.get("run_id"), run.get("job"), (Long) run.get("rows_read"), found));
            }
        }
    }

    private void verifyDays() {
        Map<LocalDate, Long> byHour = sums(MetricTable.HOURLY_USAGE, "messages");
        Map<LocalDate, Long> starts = sums(MetricTable.HOURLY_USAGE, "conversations");
        Map<LocalDate, Long> dishes = sums(MetricTable.DAILY_RECIPES, "mentions");
        List<Map<String, Object>> days = kept(MetricTable.DAILY_METRICS);
        LocalDate firstHeld = days.stream()
                .map(day -> (LocalDate) day.get("day"))
                .max(LocalDate::compareTo)
                .map(newest -> newest.minusDays(RESTATED_DAYS - 1L))
                .orElse(LocalDate.MIN);
        LocalDate firstKept = lake.closedBefore().filter(firstHeld::isBefore).orElse(firstHeld);
        for (Map<String, Object> row : days) {
            LocalDate day = (LocalDate) row.get("day");
            compare(row, "messages", "hourly_usage", byHour);
            compare(row, "conversations", "hourly_usage", starts);
            compare(row, "recipe_mentions", "daily_recipes", dishes);
            if (!day.isBefore(firstKept)) {
                compare(row, "messages", "conversation_parts", messagesHeld);
            }
            if (!lake.hasFile(CompatibilityFiles.path(day))) {
                findings.add("daily_metrics has %s, but %s does not exist: run the day again with jobs/run backfill."
                        .formatted(day, CompatibilityFiles.path(day)));
            }
        }
    }

    private void compare(Map<String, Object> row, String column, String beside, Map<LocalDate, Long> sums) {
        LocalDate day = (LocalDate) row.get("day");
        long sum = sums.getOrDefault(day, 0L);
        if (!Objects.equals(row.get(column), sum)) {
            findings.add("daily_metrics of %s has %,d %s, %s %,d: run the day again with jobs/run backfill."
                    .formatted(day, (Long) row.get(column), column, beside, sum));
        }
    }

    private Map<LocalDate, Long> sums(MetricTable table, String column) {
        Map<LocalDate, Long> sums = new TreeMap<>();
        kept(table).forEach(row -> sums.merge((LocalDate) row.get("day"), (Long) row.get(column), Long::sum));
        return sums;
    }

    private void verifyUsers(MetricTable table, String start) {
        for (Map<String, Object> row : kept(table)) {
            if (row.get("new_users") == null) {
                // The first period: nobody knows who is new.
                continue;
            }
            long told = Stream.of("new_users", "returning_users", "resurrected_users")
                    .mapToLong(column -> (Long) row.get(column))
                    .sum();
            if ((Long) row.get("active_users") != told) {
                findings.add(
                        "%s of %s has %,d active users, of whom %,d are new, returning or resurrected: publish it again with jobs/run backfill."
                                .formatted(table.tableName(), row.get(start), (Long) row.get("active_users"), told));
            }
        }
    }

    private List<Map<String, Object>> kept(MetricTable table) {
        return kept.getOrDefault(table, List.of());
    }
}
