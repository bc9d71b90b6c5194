package com.recipechatbot.analytics.ingest.layout;

import com.recipechatbot.analytics.ingest.RecordDays;
import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.tables.SourceId;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** An input in one of the layouts, limited to what a run over some days reads. */
public interface ExportInput {

    /** What is read. */
    List<Source> reads();

    /** Which days to keep of what is read, by the id of the source. A source without an entry is kept whole. */
    default Map<String, SortedSet<LocalDate>> limits() {
        return Map.of();
    }

    /** Whether each day of messages is a source of its own, whatever file they came in. */
    default boolean isByMessageDay() {
        return true;
    }

    /**
     * The days of the run that are present.
     *
     * @param records the days of those that were read
     */
    List<Source> days(RecordDays records);

    /** The first of these days in a zone, when it is known before anything is read. */
    default Optional<LocalDate> firstDay(ZoneId zone) throws IOException {
        return Optional.empty();
    }

    /** What the operator should know, in sentences. */
    default List<String> notes() {
        return List.of();
    }

    /** The same input as it is now. */
    ExportInput again() throws IOException;

    /** The same input without these sources; empty when nothing is left, or when they cannot be told apart. */
    default Optional<ExportInput> without(Collection<SourceId> sources) {
        return Optional.empty();
    }

    /**
     * The same input, also reading these sources of earlier runs; empty when none of them is beside it. Files in folders
     * are read again when their days are run again.
     *
     * @throws IOException when the sources cannot be listed
     */
    default Optional<ExportInput> with(Collection<String> sources) throws IOException {
        return Optional.empty();
    }
}
