package com.recipechatbot.analytics.ingest.layout;

import com.recipechatbot.analytics.ingest.InputNotReadyException;
import com.recipechatbot.analytics.ingest.RecordDays;
import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.ingest.SourceFile;
import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.tables.SourceId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
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
public record PlainFolder(FileSystem files, Path root, DayRange range, Source whole, List<String> notes)
        implements ExportInput {

    /** Compressed or not; the names that Firehose gives have no ending. */
    private static final Pattern RECORDS = Pattern.compile(
            "(?i)(^|/)[^/.]*$|[.](json|jsonl|ndjson|jsonlines|txt|log)([.](gz|gzip|bz2|zst))?$|(^|/)[^/.]*[.](gz|bz2|zst)$");

    private static final Pattern TEXT = Pattern.compile("(?i)[.](txt|log)$");
    private static final Pattern BEGIN = Pattern.compile("^[\\s\\uFEFF]*[\\[{]");
    private static final int LONGEST_LEAD = 256;

    /** Where Firehose keeps what it could not deliver. */
    private static final Pattern FAILED = Pattern.compile("(^|/)([a-z-]*-failed|errors?)/");

    /** @return empty when the folder has no file with records */
    public static Optional<PlainFolder> below(FileSystem files, Path root, DayRange range) throws IOException {
        List<SourceFile> found = new ArrayList<>();
        LeftOut others = new LeftOut();
        RemoteIterator<LocatedFileStatus> all = files.listFiles(root, true);
        while (all.hasNext()) {
            FileStatus file = all.next();
            String name = root.toUri().relativize(file.getPath().toUri()).getPath();
            if (name.contains("AWSDynamoDB/")) {
                throw new InputNotReadyException(
                        "Cannot read the input %s: DynamoDB exports are deeper in it, and only their manifests say which files belong together. Give the folder that contains AWSDynamoDB."
                                .formatted(root));
            }
            if (SourceFile.isHidden(name)) {
                continue;
            }
            Matcher failed = FAILED.matcher(name);
            if (failed.find()) {
                others.add(name.substring(0, failed.end()));
            } else if (SourceFile.isLeftOver(name)
                    || !RECORDS.matcher(name).find()
                    || (TEXT.matcher(name).find() && !beginsAsJson(files, file))) {
                others.add(name);
            } else {
                found.add(SourceFile.below(root, file));
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        found.sort(Comparator.comparing(SourceFile::name));
        SourceId id = new SourceId(SourceId.Kind.FOLDER, range.to(), Fingerprint.ofFolder(root.toString()));
        Source whole = new Source(id, List.copyOf(found), false, Fingerprint.ofFiles(found));
        return Optional.of(new PlainFolder(files, root, range, whole, others.notes()));
    }

    /** Texts may be notes of somebody, too. */
    private static boolean beginsAsJson(FileSystem files, FileStatus file) throws IOException {
        try (InputStream stream = files.open(file.getPath())) {
            String first = new String(stream.readNBytes(LONGEST_LEAD), StandardCharsets.UTF_8);
            return first.isBlank() || BEGIN.matcher(first).find();
        }
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
    public List<Source> days(RecordDays records) {
        return range.days().stream()
                .filter(records::surround)
                .map(day -> whole.of(day, records.follow(day)))
                .toList();
    }

    @Override
    public ExportInput again() throws IOException {
        return below(files, root, range)
                .orElse(new PlainFolder(files, root, range, Source.ofRecords(whole.sourceId()), notes));
    }
}
