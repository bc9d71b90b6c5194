package com.recipechatbot.analytics.metrics;

import com.recipechatbot.analytics.tables.TableContract;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every table of the lake, in the order in which a run writes them. A table is a folder in {@code metrics/} with
 * {@code columns.sql} and {@code query.sql}; to add one, add a folder there and a line here.
 */
public enum MetricTable {
    /** First, because it says which sources have rows. */
    CONVERSATION_PARTS(Replaced.BY_SOURCE),
    /** Only with {@code --keep-text}. */
    MESSAGE_TEXTS(Replaced.BY_SOURCE),
    USER_ACTIVITY(Replaced.BY_SOURCE),
    REJECTED_RECORDS(Replaced.BY_SOURCE),
    /** Only from inputs that say when an item was written. */
    ITEM_WRITES(Replaced.BY_SOURCE),
    CONVERSATIONS(Replaced.MERGED),
    USER_WEEK_ITEMS(Replaced.MERGED),
    DAILY_RECIPES(Replaced.BY_DAY),
    DAILY_CATEGORIES(Replaced.BY_DAY),
    DAILY_TOOLS(Replaced.BY_DAY),
    DAILY_MODELS(Replaced.BY_DAY),
    HOURLY_USAGE(Replaced.BY_DAY),
    /** Last of the daily tables: a day is published when its row is here. */
    DAILY_METRICS(Replaced.BY_DAY),
    DAILY_RETENTION(Replaced.BY_COHORT_DAY),
    WEEKLY_RETENTION(Replaced.BY_COHORT_WEEK),
    WEEKLY_FEATURES(Replaced.BY_WEEK),
    WEEKLY_RECIPES(Replaced.BY_WEEK),
    WEEKLY_SEASONALITY(Replaced.BY_WEEK),
    /** Last of the weekly tables: a week is published when its row is here. */
    WEEKLY_METRICS(Replaced.BY_WEEK),
    MONTHLY_METRICS(Replaced.BY_MONTH),
    RESTATEMENTS(Replaced.NEVER),
    PIPELINE_RUNS(Replaced.NEVER),
    TOMBSTONES(Replaced.NEVER);

    /** Which rows of a table a run removes before it writes its own. */
    public enum Replaced {
        /** Those of the sources that it reads: column {@code source_id}. */
        BY_SOURCE,
        /** Those of the days that it touches, merged from what all sources brought: column {@code day}. */
        MERGED,
        /** Those of the days that it touches, computed from merged tables: column {@code day}. */
        BY_DAY,
        /** Those of the cohorts that a touched day affects: column {@code cohort_day}. */
        BY_COHORT_DAY,
        /** Those of the cohorts that a touched week affects: column {@code cohort_week}. */
        BY_COHORT_WEEK,
        /** Those of the weeks that it touches: column {@code week_start}. */
        BY_WEEK,
        /** Those of the months that it touches: column {@code month_start}. */
        BY_MONTH,
        /** None: rows are only added. */
        NEVER
    }

    private final Replaced replaced;
    // A record of immutable lists, which the checker cannot see.
    @SuppressWarnings("ImmutableEnumChecker")
    private final TableContract contract;

    MetricTable(Replaced replaced) {
        this.replaced = replaced;
        this.contract = TableContract.read(name().toLowerCase(Locale.ROOT));
    }

    /** The tables that are replaced in the given way, in writing order. */
    public static List<MetricTable> replaced(Replaced replaced) {
        return Arrays.stream(values())
                .filter(table -> table.replaced == replaced)
                .toList();
    }

    /** Those that name nobody, for everyone to read. */
    public static List<MetricTable> published() {
        return Arrays.stream(values())
                .filter(table -> table.contract.isPublished())
                .toList();
    }

    public static List<TableContract> contracts() {
        return Arrays.stream(values()).map(MetricTable::contract).toList();
    }

    /** @param name the table's name, such as {@code daily_metrics} */
    public static Optional<MetricTable> named(String name) {
        return Arrays.stream(values())
                .filter(table -> table.tableName().equals(name))
                .findFirst();
    }

    public String tableName() {
        return contract.name();
    }

    public TableContract contract() {
        return contract;
    }

    /** The conditions that the table must meet before it is published; most working tables have none. */
    public List<DataCheck> checks() {
        String resource = "/metrics/" + tableName() + "/checks.sql";
        return MetricTable.class.getResource(resource) == null
                ? List.of()
                : DataCheck.parse(tableName(), TableContract.resource(resource));
    }

    /** The query behind the table; empty where the fold gives its rows, or where a run only adds rows. */
    public Optional<Query> query() {
        String resource = "/metrics/" + tableName() + "/query.sql";
        return MetricTable.class.getResource(resource) == null
                ? Optional.empty()
                : Optional.of(Query.resource(tableName(), resource));
    }
}
