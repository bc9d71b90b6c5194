package com.recipechatbot.analytics.ingest.layout;

import com.recipechatbot.analytics.ingest.InputNotReadyException;
import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.ingest.SourceFile;
import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.tables.SourceId;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * A folder of JSON Lines in no particular order, such as the records of a stream. A day is present when it lies between
 * the first and the last record.
 */
public record PlainFolder(FileSystem files, Path root, DayRange range, Source whole) implements ExportInput {

    private static final Pattern RECORDS = Pattern.compile("\\.(json|jsonl|ndjson)(\\.gz)?$");

    /** @return empty when the folder has no file with records */
    public static Optional<PlainFolder> below(FileSystem files, Path root, DayRange range) throws IOException {
        List<SourceFile> found = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> all = files.listFiles(root, true);
        while (all.hasNext()) {
            FileStatus file = all.next();
            String name = root.toUri().relativize(file.getPath().toUri()).getPath();
            if (name.contains("AWSDynamoDB/")) {
                throw new InputNotReadyException(
                        "Cannot read the input %s: DynamoDB exports are deeper in it, and only their manifests say which files belong together. Give the folder that contains AWSDynamoDB."
                                .formatted(root));
            }
            if (RECORDS.matcher(name).find() && !SourceFile.isHidden(name)) {
                found.add(SourceFile.below(root, file));
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        found.sort(Comparator.comparing(SourceFile::name));
        SourceId id = new SourceId(SourceId.Kind.FOLDER, range.to(), Fingerprint.ofFolder(root.toString()));
        Source whole = new Source(id, List.copyOf(found), false, Fingerprint.ofFiles(found));
        return Optional.of(new PlainFolder(files, root, range, whole));
    }

    @Override
    public List<Source> reads() {
        return List.of(whole);
    }

    @Override
    public Map<String, SortedSet<LocalDate>> limits() {
        return Map.of(whole.id(), new TreeSet<>(range.days()));
    }

    @Override
    public List<Source> days(LocalDate first, LocalDate last) {
        return range.days().stream()
                .filter(day -> first != null && !day.isBefore(first) && !day.isAfter(last))
                .map(day -> whole.of(day, day.isBefore(last)))
                .toList();
    }

    @Override
    public ExportInput again() throws IOException {
        return below(files, root, range)
                .orElse(new PlainFolder(files, root, range, Source.ofRecords(whole.sourceId())));
    }
}
