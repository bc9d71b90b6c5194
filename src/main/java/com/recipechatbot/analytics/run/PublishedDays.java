package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.lake.Lease;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.tables.TableContract;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The published tables of some days, computed from the working tables only. */
public final class PublishedDays {

    /** At most this many days have few rows: dishes, kinds and hours, not messages. */
    private static final int FEW_DAYS = 40;

    private static final Set<MetricTable> CHECKED =
            EnumSet.copyOf(MetricTable.replaced(MetricTable.Replaced.BY_SOURCE));

    static {
        CHECKED.addAll(MetricTable.replaced(MetricTable.Replaced.MERGED));
        CHECKED.addAll(MetricTable.replaced(MetricTable.Replaced.BY_DAY));
    }

    private final Lake lake;
    private final SortedSet<LocalDate> days;

    public PublishedDays(Lake lake, SortedSet<LocalDate> days) {
        this.lake = lake;
        this.days = days;
    }

    /**
     * Replaces the days that pass the checks; {@code daily_metrics} comes last, because a day is visible when its row is
     * there. Nothing is written of a day that fails, so what was published of it stays.
     *
     * @return what the checks found
     */
    public List<DataChecks.Finding> replace(Inputs inputs, Lease lease, Progress progress) {
        if (days.isEmpty()) {
            return List.of();
        }
        // Each is computed once: other tables, the checks and the write read it.
        boolean areFew = days.size() <= FEW_DAYS;
        List<MetricTable> byDay = MetricTable.replaced(MetricTable.Replaced.BY_DAY);
        for (MetricTable table : byDay) {
            inputs.with(table.tableName(), () -> {
                progress.step("computing " + table.tableName());
                return inputs.keep(table.tableName(), inputs.query(table.query().orElseThrow()), areFew);
            });
        }
        TwoThreads.run(byDay.stream()
                .<Runnable>map(table -> () -> inputs.rows(table.tableName()))
                .toList());
        Map<MetricTable, Dataset<Row>> tables = new LinkedHashMap<>();
        byDay.forEach(table -> tables.put(table, inputs.rows(table.tableName())));
        progress.step("checking %d days".formatted(days.size()));
        List<DataChecks.Finding> findings = DataChecks.run(inputs, CHECKED.stream(), days);
        SortedSet<LocalDate> sound = DataChecks.sound(days, findings);
        if (!sound.isEmpty()) {
            write(inputs, tables, sound, lease, progress);
        }
        return findings;
    }

    private void write(
            Inputs inputs,
            Map<MetricTable, Dataset<Row>> tables,
            SortedSet<LocalDate> sound,
            Lease lease,
            Progress progress) {
        String condition = Days.condition("day", sound);
        TwoThreads.run(tables.entrySet().stream()
                .filter(table -> table.getKey() != MetricTable.DAILY_METRICS)
                .<Runnable>map(table -> () -> {
                    TableContract contract = table.getKey().contract();
                    progress.step("writing " + contract.name());
                    lake.replace(contract, condition, table.getValue().where(condition));
                    lease.renew();
                })
                .toList());
        progress.step("writing the compatibility files");
        CompatibilityFiles.replace(inputs, lake.folder(), sound);
        recordRestatements(inputs, condition);
        TableContract visible = MetricTable.DAILY_METRICS.contract();
        progress.step("writing " + visible.name());
        lake.replaceFew(visible, condition, tables.get(MetricTable.DAILY_METRICS));
        lease.renew();
    }

    /** Before the days are replaced: after a kill in between, the retry still sees what was published. */
    private void recordRestatements(Inputs inputs, String condition) {
        TableContract table = MetricTable.RESTATEMENTS.contract();
        Dataset<Row> restatements =
                inputs.query(MetricTable.RESTATEMENTS.query().orElseThrow()).where(condition);
        // Of a day that is new there is nothing to restate.
        List<Row> rows = inputs.rows("previous_daily_metrics").isEmpty() ? List.of() : restatements.collectAsList();
        if (!rows.isEmpty()) {
            lake.append(table, restatements.sparkSession().createDataFrame(rows, restatements.schema()));
        } else if (!lake.exists(table)) {
            lake.create(table);
        }
    }
}
