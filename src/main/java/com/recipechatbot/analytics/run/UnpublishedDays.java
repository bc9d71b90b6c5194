package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.ingest.ConversationExport;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.tables.DayRange;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;

/** What a scheduled run publishes: the days after the newest complete one, however many nights were missed. */
public final class UnpublishedDays {

    private UnpublishedDays() {}

    /**
     * @param options with the input: the first day of an empty lake is the first one with input
     * @param last the last day that is over; at least this one is published
     */
    public static DayRange upTo(LocalDate last, SparkSession spark, Lake lake, RunOptions options) {
        LocalDate first = Freshness.of(lake)
                .firstIncomplete()
                .or(() -> ConversationExport.firstDay(
                        spark, options.input(), options.fields().of(lake), lake.zone(), last))
                .orElse(last);
        // A closed day is never restated.
        LocalDate open = lake.settings().closedBefore().filter(first::isBefore).orElse(first);
        return new DayRange(open.isAfter(last) ? last : open, last);
    }
}
