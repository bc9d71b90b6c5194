package com.recipechatbot.analytics.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.metrics.MetricTable.Replaced;
import com.recipechatbot.analytics.metrics.Query;
import com.recipechatbot.analytics.tables.ReportingWeek;
import java.sql.Date;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The published tables of cohorts, weeks and months, counted from the working tables of users and the published days:
 * messages are not read again.
 */
public final class PeriodTables {

    /** Which weeks and months a run rebuilds besides its days. */
    public enum Periods {
        /** Those that are published already and change with the days; their own jobs publish the others. */
        PUBLISHED,
        /** Those, and every one that a touched day lies in. */
        TOUCHED
    }

    /** How far back a cohort's row looks ahead, in days: d30 of {@code daily_retention}, 12 weeks of {@code weekly_retention}. */
    private static final int COHORT_DAYS = 30;

    private static final int COHORT_WEEKS = 12;

    private static final int FEW_PERIODS = 60;

    private static final List<MetricTable> READ = List.of(
            MetricTable.CONVERSATIONS,
            MetricTable.USER_WEEK_ITEMS,
            MetricTable.DAILY_RECIPES,
            MetricTable.DAILY_CATEGORIES,
            MetricTable.DAILY_TOOLS);

    private final SparkSession spark;
    private final Lake lake;
    private final Progress progress;
    /** From this day on, users are recognized on later days. */
    private final LocalDate since;

    private final Map<MetricTable, Dataset<Row>> known;

    public PeriodTables(SparkSession spark, Lake lake, Progress progress) {
        this(spark, lake, progress, Map.of());
    }

    /** @param known all rows of some tables, which need not be read from the lake */
    PeriodTables(SparkSession spark, Lake lake, Progress progress, Map<MetricTable, Dataset<Row>> known) {
        this.known = known;
        this.spark = spark;
        this.lake = lake;
        this.progress = progress;
        this.since = lake.settings().usersSince().orElse(LocalDate.EPOCH);
    }

    /**
     * Rebuilds what these days change of cohorts, weeks and months. A period that fails a check stays as it was.
     *
     * @return what the checks found
     */
    public List<DataChecks.Finding> rebuild(SortedSet<LocalDate> days, Periods which, int minUsers) {
        List<DataChecks.Finding> findings = new ArrayList<>();
        if (!days.isEmpty()) {
            Inputs inputs = inputs(minUsers);
            LocalDate first = days.first().minusDays(COHORT_DAYS);
            findings.addAll(replace(
                    inputs, Replaced.BY_COHORT_DAY, "cohort_day", published(MetricTable.DAILY_METRICS, "day", first)));
            findings.addAll(rebuildWeeks(inputs, days, which));
            findings.addAll(rebuildMonths(inputs, days, which));
        }
        return findings;
    }

    /** Of the weeks. A week counts who was there before, so all later ones that are published change too. */
    public List<DataChecks.Finding> rebuildWeeks(SortedSet<LocalDate> days, Periods which, int minUsers) {
        List<DataChecks.Finding> findings = rebuildWeeks(inputs(minUsers), days, which);
        if (MinUsers.isAnotherThanIn(lake, minUsers)) {
            MetricTable.replaced(Replaced.BY_WEEK).forEach(table -> lake.forgetHistory(table.contract()));
        }
        return findings;
    }

    private List<DataChecks.Finding> rebuildWeeks(Inputs inputs, SortedSet<LocalDate> days, Periods which) {
        LocalDate monday = ReportingWeek.of(days.first()).monday();
        SortedSet<LocalDate> weeks = published(MetricTable.WEEKLY_METRICS, "week_start", monday);
        if (which == Periods.TOUCHED) {
            days.forEach(day -> weeks.add(ReportingWeek.of(day).monday()));
        }
        ClosedDays.of(lake).removeFrom(weeks);
        SortedSet<LocalDate> cohorts =
                published(MetricTable.WEEKLY_METRICS, "week_start", monday.minusWeeks(COHORT_WEEKS));
        cohorts.addAll(weeks);
        inputs.with(
                "reporting_weeks",
                spark.createDataset(weeks.stream().map(Date::valueOf).toList(), Encoders.DATE())
                        .toDF("week_start"));
        List<DataChecks.Finding> findings =
                new ArrayList<>(replace(inputs, Replaced.BY_COHORT_WEEK, "cohort_week", cohorts));
        findings.addAll(replace(inputs, Replaced.BY_WEEK, "week_start", weeks));
        return findings;
    }

    /** Of the months, as of the weeks. */
    public List<DataChecks.Finding> rebuildMonths(SortedSet<LocalDate> days, Periods which) {
        // No dish is named in a month.
        return rebuildMonths(inputs(1), days, which);
    }

    private List<DataChecks.Finding> rebuildMonths(Inputs inputs, SortedSet<LocalDate> days, Periods which) {
        SortedSet<LocalDate> months = published(
                MetricTable.MONTHLY_METRICS, "month_start", days.first().withDayOfMonth(1));
        if (which == Periods.TOUCHED) {
            days.forEach(day -> months.add(day.withDayOfMonth(1)));
        }
        months.removeIf(since::isAfter);
        return replace(inputs, Replaced.BY_MONTH, "month_start", months);
    }

    private SortedSet<LocalDate> published(MetricTable table, String start, LocalDate from) {
        return new TreeSet<>(Days.ofFew(lake.readFew(table.contract())
                .where("%s >= DATE '%s'".formatted(start, from.isBefore(since) ? since : from))
                .withColumnRenamed(start, "day")));
    }

    private List<DataChecks.Finding> replace(
            Inputs inputs, Replaced replaced, String start, Collection<LocalDate> periods) {
        List<DataChecks.Finding> findings = new ArrayList<>();
        if (periods.isEmpty()) {
            return findings;
        }
        for (MetricTable table : MetricTable.replaced(replaced)) {
            progress.step("writing " + table.tableName());
            Query query = table.query().orElseThrow();
            boolean isOfUsers = query.reads().contains(MetricTable.USER_ACTIVITY.tableName());
            LocalDate from = isOfUsers ? firstWhole(replaced) : LocalDate.EPOCH;
            inputs.with("user_activity", () -> read(MetricTable.USER_ACTIVITY, from));
            inputs.with(
                    "daily_metrics",
                    () -> lake.readFew(MetricTable.DAILY_METRICS.contract())
                            .where(col("day").geq(lit(from))));
            Dataset<Row> rows = inputs.keep(table.tableName(), inputs.query(query), periods.size() <= FEW_PERIODS);
            List<DataChecks.Finding> found = DataChecks.run(inputs, Stream.of(table), periods);
            Collection<LocalDate> sound = DataChecks.sound(periods, found);
            if (!sound.isEmpty()) {
                String condition = Days.condition(start, sound);
                lake.replace(table.contract(), condition, rows.where(condition));
            }
            findings.addAll(found);
            inputs.with(table.tableName(), () -> lake.read(table.contract()));
        }
        return findings;
    }

    private Inputs inputs(int minUsers) {
        Inputs inputs =
                new Inputs(spark).with("settings", () -> spark.sql("SELECT %d AS min_users".formatted(minUsers)));
        READ.forEach(table -> inputs.with(table.tableName(), () -> read(table)));
        return inputs;
    }

    /** The first cohort, week or month on whose days all users are recognized. */
    private LocalDate firstWhole(Replaced replaced) {
        return switch (replaced) {
            case BY_COHORT_WEEK, BY_WEEK -> since.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
            case BY_MONTH -> since.getDayOfMonth() == 1 ? since : since.with(TemporalAdjusters.firstDayOfNextMonth());
            default -> since;
        };
    }

    private Dataset<Row> read(MetricTable table, LocalDate from) {
        return read(table).where(col("day").geq(lit(from)));
    }

    private Dataset<Row> read(MetricTable table) {
        Dataset<Row> rows = known.get(table);
        return rows == null ? lake.read(table.contract()) : rows;
    }
}
