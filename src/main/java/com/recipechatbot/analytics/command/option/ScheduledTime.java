package com.recipechatbot.analytics.command.option;

import com.recipechatbot.analytics.tables.ReportingDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Which period a job is for: the one that is named, or the one that had just ended when a scheduler started the job. */
public abstract class ScheduledTime {

    @Option(
            names = "--scheduled-time",
            paramLabel = "INSTANT",
            description =
                    "The time at which a scheduler started the job, such as 2025-01-16T01:00:00Z: selects the day before (daily-metrics: every unpublished day up to it), or the week or month that contains it.")
    private String scheduledTime;

    /**
     * The period in the zone of a lake. What is wrong with the arguments is found now.
     *
     * @param named the period that is named, or null
     */
    public final <T> Function<ZoneId, T> period(String named, Function<String, T> parse, Function<LocalDate, T> ofDay) {
        if (named != null) {
            T period = parse.apply(named);
            return zone -> period;
        }
        Instant scheduled = Arguments.instant(scheduledTime);
        return zone -> ofDay.apply(ReportingDay.before(scheduled, zone));
    }
}
