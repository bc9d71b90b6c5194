package com.recipechatbot.analytics.ingest.layout;

import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.tables.DayRange;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The original layout: one folder for each day. A folder is one source, whatever the days of its records. */
public record DayInput(DayFolders folders, DayRange range, List<Source> reads) implements ExportInput {

    public static DayInput of(DayFolders folders, DayRange range) throws IOException {
        return new DayInput(folders, range, folders.sources(range));
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
    public Optional<LocalDate> firstDay(ZoneId zone) throws IOException {
        return folders.oldest();
    }

    @Override
    public ExportInput again() throws IOException {
        return of(folders, range);
    }
}
