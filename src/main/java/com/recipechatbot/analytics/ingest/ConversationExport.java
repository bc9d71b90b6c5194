package com.recipechatbot.analytics.ingest;

import com.recipechatbot.analytics.FailureKind;
import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.ingest.layout.DayFolders;
import com.recipechatbot.analytics.ingest.layout.DayInput;
import com.recipechatbot.analytics.ingest.layout.ExportFolders;
import com.recipechatbot.analytics.ingest.layout.ExportInput;
import com.recipechatbot.analytics.ingest.layout.PlainFolder;
import com.recipechatbot.analytics.ingest.layout.TableExports;
import com.recipechatbot.analytics.ingest.read.ExportFormat;
import com.recipechatbot.analytics.ingest.read.ReadPlan;
import com.recipechatbot.analytics.ingest.read.RecordColumns;
import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.tables.SourceId;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The days of an input, as they were when it was opened: each record of their files becomes one row, parsed or
 * rejected. The layout of the input is detected automatically. A day that is present may be empty; the others are
 * missing.
 */
public final class ConversationExport {

    /** No message is earlier. */
    private static final LocalDate EARLIEST = LocalDate.of(2020, 1, 1);

    /** Days of all zones begin with a quarter of an hour. In seconds. */
    private static final long SLOT = 900;

    private static final Pattern WEB = Pattern.compile("^https?:", Pattern.CASE_INSENSITIVE);

    private final Configuration hadoop;
    private final DayRange days;
    private final ExportInput input;

    private ConversationExport(Configuration hadoop, DayRange days, ExportInput input) {
        this.hadoop = hadoop;
        this.days = days;
        this.input = input;
    }

    /**
     * Lists the files of the days.
     *
     * @param hadoop how to reach the input; the tasks that read it use Spark's own configuration
     * @param input the folder above {@code year=2025}, or the one that holds it as {@code conversations}; an export of
     *     DynamoDB, or the folder above several ({@code AWSDynamoDB} or the one that holds it); or any folder of JSON
     *     Lines
     * @param zone of the days; a folder always holds a day of UTC
     * @throws InputNotReadyException when the folder does not exist, or holds none of the days or only unfinished
     *     exports
     * @throws DamagedInputException when an export lacks a file, or its manifests do not agree
     */
    public static ConversationExport open(Configuration hadoop, String input, DayRange days, ZoneId zone) {
        return failing(input, () -> {
            ExportInput found = find(hadoop, input, days, zone);
            if (found.reads().isEmpty()) {
                throw nothing(days, input, found);
            }
            return new ConversationExport(hadoop, days, found);
        });
    }

    /** The same with days of UTC. */
    public static ConversationExport open(Configuration hadoop, String input, DayRange days) {
        return open(hadoop, input, days, ZoneOffset.UTC);
    }

    /**
     * The first day of an input: of folders of days and of incremental exports it is known, other inputs are read for it.
     *
     * @param mapping what the input calls the fields
     * @param zone of the day
     * @param last the last day to be looked at
     * @return empty when the input holds no message
     * @throws InputNotReadyException as {@link #open}
     */
    public static Optional<LocalDate> firstDay(
            SparkSession spark, String input, FieldMapping mapping, ZoneId zone, LocalDate last) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        return failing(input, () -> find(hadoop, input, DayRange.of(last), zone).firstDay(zone))
                .or(() -> {
                    ConversationExport all = open(hadoop, input, new DayRange(EARLIEST, last), zone);
                    List<Row> times = all.records(spark, mapping)
                            .where("sent_at IS NOT NULL")
                            .selectExpr("unix_seconds(sent_at) DIV " + SLOT)
                            .distinct()
                            .collectAsList();
                    return RecordDays.of(times.stream()
                                    .map(time ->
                                            LocalDate.ofInstant(Instant.ofEpochSecond(time.getLong(0) * SLOT), zone))
                                    .toList())
                            .first();
                });
    }

    private static InputNotReadyException nothing(DayRange days, String input, ExportInput found) {
        String what = found.isByMessageDay()
                ? "no export that ends after the first of them began"
                : "no folder like year=2025/month=01/day=15 for any of them";
        return new InputNotReadyException(
                "Cannot read the days %s to %s: the input %s has %s. Check the path and the days, or run again when the export is there."
                        .formatted(days.from(), days.to(), input, what));
    }

    /** The sources of the days that are present, in order, as far as this is known before anything is read. */
    public List<Source> sources() {
        return sources(RecordDays.UNREAD);
    }

    /**
     * The same, more precisely, once everything has been read.
     *
     * @param records the days of those that were read
     */
    public List<Source> sources(RecordDays records) {
        return input.days(records);
    }

    /** What is read: the sources, or the exports that hold them. */
    public List<Source> reads() {
        return input.reads();
    }

    /**
     * Which days to keep of what is read, by {@code source_id} of {@link #records}; a source without an entry is kept
     * whole.
     */
    public Map<String, SortedSet<LocalDate>> limits() {
        return input.limits();
    }

    /** Whether each day of messages is a source of its own, whatever file they came in. */
    public boolean isByMessageDay() {
        return input.isByMessageDay();
    }

    /** What the operator should know, such as gaps between exports, in sentences. */
    public List<String> notes() {
        return input.notes();
    }

    /** The days of the range that are not among these sources, in order. */
    public List<LocalDate> missingDays(Collection<Source> sources) {
        List<LocalDate> missing = new ArrayList<>(days.days());
        missing.removeAll(sources.stream().map(Source::day).toList());
        return missing;
    }

    public List<LocalDate> missingDays() {
        return missingDays(sources());
    }

    /** @throws InputNotReadyException when none of the days is present */
    public void requireDays(Collection<Source> sources) {
        if (sources.isEmpty()) {
            throw new InputNotReadyException(
                    "Cannot publish the days %s to %s: the input holds none of them. Check the days, or run again when the export is there."
                            .formatted(days.from(), days.to()));
        }
    }

    /** The same export, also reading sources of earlier runs; empty when none of these is beside it. */
    public Optional<ConversationExport> with(Collection<String> sourceIds) {
        return failing("beside the export", () -> input.with(sourceIds))
                .map(more -> new ConversationExport(hadoop, days, more));
    }

    /** The same export without these sources; empty when nothing is left, or when they cannot be told apart. */
    public Optional<ConversationExport> without(Collection<SourceId> sources) {
        return input.without(sources).map(left -> new ConversationExport(hadoop, days, left));
    }

    /** One row for each record, with the columns of {@link RecordColumns}. The order of the rows is not defined. */
    public Dataset<Row> records(SparkSession spark, FieldMapping mapping) {
        ReadPlan plan =
                ReadPlan.of(hadoop, reads(), mapping, spark.sparkContext().defaultParallelism());
        return spark.read()
                .format(ExportFormat.class.getName())
                .option(ExportFormat.PLAN, plan.toJson())
                .load();
    }

    /** @throws InputChangedException when a file appeared, vanished or changed since this export was opened */
    public void verifyUnchanged() {
        Map<LocalDate, Source> before = byDay(input);
        Map<LocalDate, Source> now = byDay(failing("to be read", input::again));
        for (LocalDate day : days.days()) {
            if (!Objects.equals(fingerprint(before.get(day)), fingerprint(now.get(day)))) {
                throw new InputChangedException(
                        "Cannot use what was read for %s: its files changed meanwhile, so the export is still being written. Run again when it is done."
                                .formatted(day));
            }
        }
    }

    private static Map<LocalDate, Source> byDay(ExportInput input) {
        return input.reads().stream()
                .collect(Collectors.toMap(Source::day, Function.identity(), (first, second) -> first));
    }

    private static String fingerprint(Source source) {
        return source == null ? null : source.fingerprint();
    }

    private static ExportInput find(Configuration hadoop, String input, DayRange days, ZoneId zone) throws IOException {
        if (WEB.matcher(input).find()) {
            throw new UsageException(
                    "Cannot read the input %s: web addresses are not read. Give a local folder, or one like s3://bucket/folder."
                            .formatted(input));
        }
        DayFolders folders = DayFolders.below(hadoop, input);
        Path given = new Path(input);
        FileSystem files = given.getFileSystem(hadoop);
        Path root = files.makeQualified(given);
        Optional<ExportInput> exports = TableExports.in(new ExportFolders(files), root, days, zone);
        if (exports.isPresent()) {
            return exports.get();
        }
        if (folders.isThere()) {
            return DayInput.of(folders, days);
        }
        Optional<PlainFolder> plain = PlainFolder.below(files, root, days);
        return plain.isPresent() ? plain.get() : DayInput.of(folders, days);
    }

    private interface Listing<T> {
        T list() throws IOException;
    }

    private static <T> T failing(String input, Listing<T> listing) {
        try {
            return listing.list();
        } catch (IOException e) {
            throw cannotList(input, e);
        } catch (IllegalArgumentException e) {
            // Hadoop takes what comes before the colon for the scheme of an address.
            throw FailureKind.of(e) == FailureKind.COLON ? cannotList(input, e) : e;
        }
    }

    private static UsageException cannotList(String input, Exception failure) {
        FailureKind kind = FailureKind.of(failure);
        return new UsageException(
                "Cannot list the input %s: %s. %s".formatted(input, kind.words(), kind.whatToDo()), failure);
    }
}
