package com.recipechatbot.analytics.ingest;

import com.recipechatbot.analytics.tables.SourceId;
import java.time.LocalDate;
import java.util.List;

/**
 * What a run replaces as a whole: the folder of one day, or the part of an export that is of one day. Also a whole
 * export while it is read, under the day on which it ends.
 *
 * @param files in the order of their names; none when the day is empty
 * @param isFinal whether the input of the day is complete: the exporter has declared it done or gone on to a later one
 * @param fingerprint differs when a file appeared, vanished or changed
 */
public record Source(SourceId sourceId, List<SourceFile> files, boolean isFinal, String fingerprint) {

    /** A source whose records do not come from the files of an input. */
    public static Source ofRecords(SourceId id) {
        return new Source(id, List.of(), false, "");
    }

    /** The id as the column {@code source_id} holds it. */
    public String id() {
        return sourceId.toString();
    }

    public LocalDate day() {
        return sourceId.day();
    }

    /** The same input's source of another day, without files of its own. */
    public Source of(LocalDate other, boolean isFinalThen) {
        return new Source(sourceId.of(other), List.of(), isFinalThen, fingerprint);
    }
}
