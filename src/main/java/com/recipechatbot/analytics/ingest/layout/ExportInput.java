package com.recipechatbot.analytics.ingest.layout;

import com.recipechatbot.analytics.ingest.Source;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** An input of one shape, as far as a run over some days reads it. */
public interface ExportInput {

    /** What is read. */
    List<Source> reads();

    /**
     * The days that count of what is read, by the id of the source; records of other days are left out. A source
     * without an entry counts whole.
     */
    Map<String, SortedSet<LocalDate>> limits();

    /** Whether each day of messages is a source of its own, whatever file they came in. */
    boolean isByMessageDay();

    /**
     * The days of the run that are there.
     *
     * @param first the day of the first record that was read; null without any
     * @param last the day of the last one
     */
    List<Source> days(LocalDate first, LocalDate last);

    /** What whoever runs it should know, in sentences. */
    List<String> notes();

    /** The same input as it is now. */
    ExportInput again() throws IOException;

    /** The same, reading these sources of earlier runs as well, too; empty when none of them lies beside it. */
    Optional<ExportInput> with(Collection<String> sources) throws IOException;
}
