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

    /** Of other forms of data, compressed or not. */
    private static final Pattern FOREIGN = Pattern.compile(
            "(?i)[.](zip|tar|tgz|rar|7z|xz|lz4|br|jar|csv|tsv|xml|html?|pdf|docx?|xlsx?|png|jpe?g|gif|svg|webp|mp3|mp4|wav|parquet|avro|orc|sh|py|js|sql|ya?ml|toml|ini|conf|ipynb|sqlite|db)([.](gz|gzip|bz2|zst))?$");

    /** The names that Firehose gives have no ending, but the name of a stream may have dots. */
    private static final Pattern RECORDS = Pattern.compile(
            "(?i)(^|/)[^/.]*$|[.](json|jsonl|ndjson|jsonlines|gz|gzip|bz2|zst)$|-[0-9]{4}(-[0-9]{2}){5}-[^/]*$");

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
                    || FOREIGN.matcher(name).find()
                    || !(RECORDS.matcher(name).find() || beginsAsJson(files, file))) {
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

    /** Any other name says nothing: a text may be notes of somebody, too. */
    private static boolean beginsAsJson(FileSystem files, FileStatus file) {
        try (InputStream stored = files.open(file.getPath());
                InputStream stream = Compression.uncompressed(stored, null, files.getConf())) {
            String first = new String(stream.readNBytes(LONGEST_LEAD), StandardCharsets.UTF_8);
            return first.isBlank() || BEGIN.matcher(first).find();
        } catch (IOException e) {
            // Reading it later says what is wrong with it.
            return true;
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
