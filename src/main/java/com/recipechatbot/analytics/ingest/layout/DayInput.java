package com.recipechatbot.analytics.ingest.layout;

import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.tables.DayRange;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** The original layout: one folder for each day. A folder is one source, whatever the days of its records. */
public record DayInput(DayFolders folders, DayRange range, List<Source> reads) implements ExportInput {

    public static DayInput of(DayFolders folders, DayRange range) throws IOException {
        return new DayInput(folders, range, folders.sources(range));
    }

    @Override
    public Map<String, SortedSet<LocalDate>> limits() {
        return Map.of();
    }

    @Override
    public boolean isByMessageDay() {
        return false;
    }

    @Override
    public List<Source> days(LocalDate first, LocalDate last) {
        return reads;
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public ExportInput again() throws IOException {
        return of(folders, range);
    }

    /** Other folders are read when their days are run again. */
    @Override
    public Optional<ExportInput> with(Collection<String> sources) {
        return Optional.empty();
    }
}
