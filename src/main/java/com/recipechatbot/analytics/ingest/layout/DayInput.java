package com.recipechatbot.analytics.ingest.layout;

import com.recipechatbot.analytics.ingest.RecordDays;
import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.tables.SourceId;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The original layout: one folder for each day. A folder is one source, whatever the days of its records.
 *
 * @param leftOut sources in the range that are not read
 * @param notes on what is beside the data
 */
public record DayInput(
        DayFolders folders, DayRange range, List<Source> reads, List<SourceId> leftOut, List<String> notes)
        implements ExportInput {

    public static DayInput of(DayFolders folders, DayRange range) throws IOException {
        LeftOut others = new LeftOut();
        List<Source> sources = folders.sources(range, others);
        return new DayInput(folders, range, sources, List.of(), others.notes());
    }

    @Override
    public boolean isByMessageDay() {
        return false;
    }

    @Override
    public List<Source> days(RecordDays records) {
        return reads;
    }

    @Override
    public Optional<LocalDate> firstDay(ZoneId zone) throws IOException {
        return folders.oldest();
    }

    @Override
    public ExportInput again() throws IOException {
        return leaving(folders.sources(range, new LeftOut()), leftOut);
    }

    @Override
    public Optional<ExportInput> without(Collection<SourceId> sources) {
        DayInput left = leaving(reads, List.copyOf(sources));
        return left.reads.isEmpty() ? Optional.empty() : Optional.of(left);
    }

    private DayInput leaving(List<Source> all, List<SourceId> out) {
        List<Source> left =
                all.stream().filter(source -> !out.contains(source.sourceId())).toList();
        return new DayInput(folders, range, left, out, notes);
    }
}
