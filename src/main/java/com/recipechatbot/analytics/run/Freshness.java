package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.tables.TableContract;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;

/**
 * Which days of a lake are published, and up to when its rows have expired: what the alarms look at, and where a
 * scheduled run begins.
 *
 * @param complete the published days that are complete
 * @param expiredBefore the first day that still has its working rows; empty before anything has expired
 * @param zone of the lake's days
 */
public record Freshness(
        SortedSet<LocalDate> published, SortedSet<LocalDate> complete, Optional<LocalDate> expiredBefore, ZoneId zone) {

    /** As far back as DynamoDB can export again. */
    private static final int DAYS_LOOKED_AT = 35;

    /** A conversation of several days may leave a day open although a later one is complete. */
    private static final int DAYS_STILL_OPEN = 3;

    public static Freshness of(Lake lake) {
        var rows = lake.readFew(MetricTable.DAILY_METRICS.contract());
        return new Freshness(
                Days.ofFew(rows),
                Days.ofFew(rows.where("is_complete")),
                lake.settings().expiredBefore(),
                lake.zone());
    }

    public Optional<LocalDate> lastCompleteDay() {
        return complete.isEmpty() ? Optional.empty() : Optional.of(complete.last());
    }

    /**
     * How many of the last 35 days before the newest complete one are not published, within the lake's days. A published
     * day that is still open is not missing: a conversation of several days keeps it open.
     */
    public long missingDays() {
        return lastCompleteDay()
                .map(last -> unpublishedFrom(last.minusDays(DAYS_LOOKED_AT), last))
                .orElse(0L);
    }

    /** For how many days rows are kept that should have expired; empty when none is due. */
    public OptionalLong daysSinceExpire(LocalDate today) {
        TableContract parts = MetricTable.CONVERSATION_PARTS.contract();
        Optional<LocalDate> oldest =
                expiredBefore.or(() -> published.isEmpty() ? Optional.empty() : Optional.of(published.first()));
        long days = oldest.flatMap(day -> parts.firstDayKept(today).map(due -> ChronoUnit.DAYS.between(day, due)))
                .orElse(-1L);
        return days < 0 ? OptionalLong.empty() : OptionalLong.of(days);
    }

    /** The first day that is not published and complete, shortly before the newest complete one or after it; empty without published days. */
    Optional<LocalDate> firstIncomplete() {
        if (published.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = lastCompleteDay()
                .map(last -> later(published.first(), last.minusDays(DAYS_STILL_OPEN)))
                .orElse(published.first());
        while (complete.contains(day)) {
            day = day.plusDays(1);
        }
        return Optional.of(day);
    }

    private long unpublishedFrom(LocalDate from, LocalDate last) {
        return later(published.first(), from)
                .datesUntil(last)
                .filter(day -> !published.contains(day))
                .count();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
