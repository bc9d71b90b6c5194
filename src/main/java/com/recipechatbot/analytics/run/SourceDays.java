package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.ingest.ConversationExport;
import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.tables.SourceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Which source a record belongs to: its folder's, or, in an export, that of the day of its message. A run over some days
 * may leave records of an export to the runs of other days.
 *
 * @param reads the ids under which records are read, sorted
 * @param limits the days that count, by the id under which an export is read; those without an entry count whole
 */
public record SourceDays(boolean isByMessageDay, List<SourceId> reads, Map<SourceId, SortedSet<LocalDate>> limits) {

    static SourceDays of(ConversationExport export) {
        Map<SourceId, SortedSet<LocalDate>> limits = new HashMap<>();
        export.limits().forEach((id, days) -> limits.put(SourceId.parse(id), days));
        return new SourceDays(
                export.isByMessageDay(),
                sorted(export.reads().stream().map(Source::sourceId).toList()),
                limits);
    }

    /** Sources of records that are not in an input. */
    public static SourceDays of(Collection<SourceId> sources) {
        return new SourceDays(false, sorted(sources), Map.of());
    }

    private static List<SourceId> sorted(Collection<SourceId> ids) {
        return ids.stream()
                .distinct()
                .sorted(Comparator.comparing(SourceId::toString))
                .toList();
    }

    /** SQL that is true for the rows of the sources that a run over these records replaces. */
    String condition() {
        if (!isByMessageDay) {
            return SourceId.condition(reads);
        }
        List<String> conditions = new ArrayList<>();
        List<SourceId> limited = new ArrayList<>();
        for (SourceId read : reads) {
            if (limits.containsKey(read)) {
                limits.get(read).forEach(day -> limited.add(read.of(day)));
            } else {
                conditions.add(read.conditionOfAnyDay());
            }
        }
        if (!limited.isEmpty()) {
            conditions.add(0, SourceId.condition(limited));
        }
        return "(" + String.join(" OR ", conditions) + ")";
    }

    /** The same for rejected records, which have no day: all of an export are read again each time. */
    String conditionOfRejected() {
        return isByMessageDay
                ? reads.stream().map(SourceId::conditionOfAnyDay).collect(Collectors.joining(" OR ", "(", ")"))
                : condition();
    }
}
