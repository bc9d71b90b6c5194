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
                "disposition STRING, reason STRING, source INT, day INT, records BIGINT, messages BIGINT, texts BIGINT, "
                        + "first BIGINT, last BIGINT, first_day INT, last_day INT, tells_writes BOOLEAN, "
                        + "has_placeholder BOOLEAN, "
                        + "place STRUCT<file: STRING, line: BIGINT, byte_offset: BIGINT>");
        this.zone = zone;
    }

    @Override
    void read(FactsReader facts, List<InternalRow> rows) {
        if (clock == null) {
            clock = new DayClock(zone);
        }
        Loaded loaded = null;
        while (facts.next()) {
            if (facts.isMessage()) {
                int day = clock.day(facts.sentAt());
                int source = facts.readSource();
                if (loaded == null || loaded.day != day || loaded.source != source) {
                    if (loaded != null) {
                        rows.add(loaded.row(facts));
                    }
                    loaded = new Loaded(day, source, facts.sentAt());
                }
                loaded.add(facts);
            } else {
                other(facts, rows);
            }
        }
        if (loaded != null) {
            rows.add(loaded.row(facts));
        }
    }

    /** Messages that follow each other, of one day and source. */
    private static final class Loaded {
        private final int day;
        private final int source;
        private long first;
        private long last;
        private long records;
        private long messages;
        private long texts;

        Loaded(int day, int source, long at) {
            this.day = day;
            this.source = source;
            this.first = at;
            this.last = at;
        }

        void add(FactsReader facts) {
            first = Math.min(first, facts.sentAt());
            last = Math.max(last, facts.sentAt());
            records++;
            if (facts.role().isCounted()) {
                messages++;
                texts += facts.hasText() ? 1 : 0;
            }
        }

        InternalRow row(FactsReader facts) {
            return CountRows.row(facts, LOADED, null, source, day, records, messages, texts, first, last, null);
        }
    }

    private static void other(FactsReader facts, List<InternalRow> rows) {
        if (facts.isExcluded()) {
            rows.add(row(facts, EXCLUDED, facts.exclusion().column(), null, null, facts.number()));
        } else if (facts.isDuplicate()) {
            rows.add(row(facts, DUPLICATE, null, null, null, facts.number()));
        } else if (facts.isRejected()) {
            FactsReader.RejectedEntry record = facts.rejected();
            InternalRow place = FactsRows.row(UTF8String.fromString(record.file()), record.line(), record.byteOffset());
            rows.add(row(facts, REJECTED, record.reason(), record.source(), null, 1, 0, 0, null, null, place));
        } else if (facts.isChanged()) {
            rows.add(row(facts, CHANGED, facts.isWithdrawn() ? "withdrawn" : "updated", null, facts.number(), 1));
        } else if (facts.isStale()) {
            rows.add(row(facts, STALE, facts.sourceText(), null, null, 1));
        }
    }

    private static InternalRow row(
            FactsReader facts, String disposition, String reason, Integer source, Integer day, long records) {
        return row(facts, disposition, reason, source, day, records, 0, 0, null, null, null);
    }

    private static InternalRow row(
            FactsReader facts,
            String disposition,
            String reason,
            Integer source,
            Integer day,
            long records,
            long messages,
            long texts,
            Long first,
            Long last,
            InternalRow place) {
        boolean hasDays = facts.firstDay() <= facts.lastDay();
        return FactsRows.row(
                UTF8String.fromString(disposition),
                UTF8String.fromString(reason),
                source,
                day,
                records,
                messages,
                texts,
                first,
                last,
                hasDays ? facts.firstDay() : null,
                hasDays ? facts.lastDay() : null,
                facts.tellsWrites(),
                facts.hasPlaceholder(),
                place);
    }
}
