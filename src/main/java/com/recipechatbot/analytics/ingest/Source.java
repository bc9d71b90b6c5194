package com.recipechatbot.analytics.ingest;

import java.time.LocalDate;
import java.util.List;

/**
 * What a run replaces as a whole: one day's folder, or what an export holds of one day. Also an export as it is read,
 * under the day on which it ends.
 *
 * @param id a kind, the day and, by a hash that gives no path away, the input that it belongs to
 * @param files in the order of their names; none when the day is empty
 * @param isFinal whether the input of the day is complete: the exporter has declared it done or gone on to a later one
 * @param fingerprint differs when a file appeared, vanished or changed
 */
public record Source(String id, LocalDate day, List<SourceFile> files, boolean isFinal, String fingerprint) {

    /** A source of records that no file of an input holds. */
    public static Source ofRecords(String id, LocalDate day) {
        return new Source(id, day, List.of(), false, "");
    }

    /** The same input's source of another day, without files of its own. */
    public Source of(LocalDate other, boolean isFinalThen) {
        return new Source(idOf(other), other, List.of(), isFinalThen, fingerprint);
    }

    /** The id of the same input's source of another day. */
    String idOf(LocalDate other) {
        return id.replace(day.toString(), other.toString());
    }

    public Source withoutFiles() {
        return new Source(id, day, List.of(), isFinal, "");
    }
}
