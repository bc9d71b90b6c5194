package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.tables.SourceId;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * The rules that decide what becomes of a record, the same for all records of a run.
 *
 * @param sources that are read, by their ids; facts know them by their places in this list
 * @param isByMessageDay whether a record belongs to the source of its message's day
 * @param limits the days that count of a source, by its id; those without an entry count whole
 * @param titles the user's own dishes, one a line; null when there are none
 * @param tools names of tools that are listed besides those that are known
 * @param keepsText whether masked texts are kept
 */
public record FoldRules(
        List<SourceId> sources,
        boolean isByMessageDay,
        Map<SourceId, SortedSet<LocalDate>> limits,
        ZoneId zone,
        Pseudonyms pseudonyms,
        Exclusions exclusions,
        String titles,
        List<String> tools,
        String extractorVersion,
        boolean keepsText)
        implements Serializable {

    /** Whether a user of the day, or of its week, can no longer be named. */
    boolean isShredded(LocalDate day) {
        Set<YearMonth> shredded = pseudonyms.shreddedMonths();
        return shredded.contains(YearMonth.from(day)) || shredded.contains(YearMonth.from(day.with(DayOfWeek.MONDAY)));
    }
}
