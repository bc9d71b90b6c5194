package com.recipechatbot.analytics.upkeep;

import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.run.ClosedDays;
import com.recipechatbot.analytics.run.Days;
import com.recipechatbot.analytics.tables.DayRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** The days that have to be read again to find the rejected records: those of their folders, or all of their export. */
final class RejectedDays {

    private RejectedDays() {}

    /** Neighbouring days together. */
    static List<DayRange> of(Lake lake) {
        Dataset<Row> rejected = sources(lake, MetricTable.REJECTED_RECORDS);
        SortedSet<LocalDate> days = new TreeSet<>();
        List<String> exports = new ArrayList<>();
        for (String source : rejected.as(Encoders.STRING()).collectAsList()) {
            String[] kindAndHash = source.split("-\\d{4}-\\d{2}-\\d{2}-", 2);
            if (kindAndHash[0].equals("day")) {
                days.add(LocalDate.parse(source.substring(4, 14)));
            } else {
                exports.add(kindAndHash[0] + "-____-__-__-" + kindAndHash[1]);
            }
        }
        for (String export : exports) {
            days.addAll(Days.of(sources(lake, MetricTable.CONVERSATION_PARTS)
                    .where("source_id LIKE '%s'".formatted(export))
                    .selectExpr("CAST(regexp_extract(source_id, '[0-9]{4}-[0-9]{2}-[0-9]{2}', 0) AS DATE) AS day")));
        }
        ClosedDays.of(lake).removeFrom(days);
        return ranges(days);
    }

    static List<DayRange> ranges(SortedSet<LocalDate> days) {
        List<DayRange> ranges = new ArrayList<>();
        LocalDate from = null;
        LocalDate to = null;
        for (LocalDate day : days) {
            if (to != null && !day.equals(to.plusDays(1))) {
                ranges.add(new DayRange(from, to));
                from = null;
            }
            from = from == null ? day : from;
            to = day;
        }
        if (from != null) {
            ranges.add(new DayRange(from, to));
        }
        return ranges;
    }

    private static Dataset<Row> sources(Lake lake, MetricTable table) {
        return lake.read(table.contract()).select("source_id").distinct();
    }
}
