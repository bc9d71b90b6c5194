package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.facts.DayClock;
import com.recipechatbot.analytics.facts.FactsReader;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Where the records of some facts went, for the accounting. */
final class CountRows extends FactsRows {

    private static final long serialVersionUID = 1;

    static final String LOADED = "loaded";
    static final String DUPLICATE = "duplicate";
    static final String REJECTED = "rejected";
    static final String EXCLUDED = "excluded";
    /** Messages of a day that were superseded; the reason of a restatement. */
    static final String CHANGED = "changed";
    /** A source that has to be read again. */
    static final String STALE = "stale";

    private final ZoneId zone;
    private transient DayClock clock;

    CountRows(ZoneId zone) {
        super(
                "count_rows",
                "disposition STRING, reason STRING, day INT, records BIGINT, first BIGINT, last BIGINT, "
                        + "first_day INT, last_day INT, tells_writes BOOLEAN");
        this.zone = zone;
    }

    @Override
    void read(FactsReader facts, List<InternalRow> rows) {
        if (clock == null) {
            clock = new DayClock(zone);
        }
        int day = 0;
        long count = 0;
        long first = 0;
        long last = 0;
        while (facts.next()) {
            if (facts.isMessage()) {
                long sentAt = facts.sentAt();
                int itsDay = clock.day(sentAt);
                if (count > 0 && itsDay != day) {
                    rows.add(row(facts, LOADED, null, day, count, first, last));
                    count = 0;
                }
                first = count == 0 ? sentAt : Math.min(first, sentAt);
                last = count == 0 ? sentAt : Math.max(last, sentAt);
                day = itsDay;
                count++;
            } else {
                other(facts, rows);
            }
        }
        if (count > 0) {
            rows.add(row(facts, LOADED, null, day, count, first, last));
        }
    }

    private static void other(FactsReader facts, List<InternalRow> rows) {
        if (facts.isExcluded()) {
            rows.add(row(facts, EXCLUDED, facts.exclusion().column(), null, facts.number(), null, null));
        } else if (facts.isDuplicate()) {
            rows.add(row(facts, DUPLICATE, null, null, facts.number(), null, null));
        } else if (facts.isRejected()) {
            rows.add(row(facts, REJECTED, facts.rejected().reason(), null, 1, null, null));
        } else if (facts.isChanged()) {
            rows.add(row(facts, CHANGED, facts.isWithdrawn() ? "withdrawn" : "updated", facts.number(), 1, null, null));
        } else if (facts.isStale()) {
            rows.add(row(facts, STALE, facts.sourceText(), null, 1, null, null));
        }
    }

    private static InternalRow row(
            FactsReader facts, String disposition, String reason, Integer day, long count, Long first, Long last) {
        boolean hasDays = facts.firstDay() <= facts.lastDay();
        return row(
                UTF8String.fromString(disposition),
                UTF8String.fromString(reason),
                day,
                count,
                first,
                last,
                hasDays ? facts.firstDay() : null,
                hasDays ? facts.lastDay() : null,
                facts.tellsWrites());
    }
}
