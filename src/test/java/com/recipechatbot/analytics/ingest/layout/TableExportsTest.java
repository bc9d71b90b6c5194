package com.recipechatbot.analytics.ingest.layout;

import static com.recipechatbot.analytics.TableExportFolder.item;
import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.recipechatbot.analytics.TableExportFolder;
import com.recipechatbot.analytics.ingest.ConversationExport;
import com.recipechatbot.analytics.ingest.DamagedInputException;
import com.recipechatbot.analytics.ingest.FieldMapping;
import com.recipechatbot.analytics.ingest.FilePromise;
import com.recipechatbot.analytics.ingest.InputNotReadyException;
import com.recipechatbot.analytics.ingest.RecordDays;
import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.ingest.SourceFile;
import com.recipechatbot.analytics.ingest.parse.MessageParser;
import com.recipechatbot.analytics.ingest.read.RangeReader;
import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.tables.SourceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports of DynamoDB by their manifests: which belong to a run, what is damaged, what is missing between them. */
class TableExportsTest {

    private static final String MONDAY = item(message("c1", "2025-01-06T10:00:00", "ann", "user", "Hi"));
    private static final String TUESDAY = item(message("c2", "2025-01-07T10:00:00", "ann", "user", "Hi"));

    @TempDir
    private Path root;

    private TableExportFolder exports;
    private Path full;

    @BeforeEach
    void writeAFullExport() {
        exports = new TableExportFolder(root);
        full = exports.full("0170-full", "2025-01-08T00:00:00Z", List.of(List.of(MONDAY), List.of(TUESDAY, TUESDAY)));
    }

    @Test
    void theExportItsHolderAndThePrefixAreTheSameInput() {
        List<Source> reads = open(full, "2025-01-06", "2025-01-07").reads();

        assertThat(open(exports.holder(), "2025-01-06", "2025-01-07").reads()).isEqualTo(reads);
        assertThat(open(exports.prefix(), "2025-01-06", "2025-01-07").reads()).isEqualTo(reads);
        assertThat(reads).singleElement().satisfies(read -> {
            assertThat(read.id()).matches("export-2025-01-07-[0-9a-f]{8}");
            assertThat(read.files())
                    .extracting(SourceFile::name, file -> file.promise().items())
                    .containsExactly(
                            tuple("AWSDynamoDB/0170-full/data/0170-full-0.json.gz", 1L),
                            tuple("AWSDynamoDB/0170-full/data/0170-full-1.json.gz", 2L));
        });
    }

    @Test
    void aCopyElsewhereIsTheSameExport() throws IOException {
        Path copy = root.resolve("downloads/AWSDynamoDB");
        Files.createDirectories(copy.getParent());
        Files.move(exports.holder(), copy);

        assertThat(open(copy, "2025-01-06", "2025-01-07").reads().get(0).files())
                .extracting(SourceFile::name)
                .first()
                .isEqualTo("AWSDynamoDB/0170-full/data/0170-full-0.json.gz");
    }

    @Test
    void aFullExportHoldsTheDaysFromItsFirstRecordToItsTime() {
        ConversationExport export = open(full, "2025-01-04", "2025-01-09");
        List<Source> sources =
                export.sources(RecordDays.of(List.of(LocalDate.parse("2025-01-06"), LocalDate.parse("2025-01-07"))));

        assertThat(sources).extracting(source -> source.day().toString()).containsExactly("2025-01-06", "2025-01-07");
        assertThat(sources).allMatch(Source::isFinal);
        assertThat(sources.get(0).id()).matches("export-2025-01-06-[0-9a-f]{8}");
        assertThat(export.missingDays(sources)).hasSize(4);
        assertThat(export.limits().values())
                .singleElement()
                .satisfies(days -> assertThat(days).hasSize(6));
    }

    /** 8 January in New York is from 05:00 UTC on to 05:00 UTC of the 9th. */
    @Test
    void aDayOfAZoneIsFinalWhenTheExportsCoverItToItsEnd() {
        exports.incremental("0180-utc", "2025-01-08T00:00:00Z", "2025-01-09T00:00:00Z", List.of(List.of()));
        DayRange day = DayRange.of(LocalDate.parse("2025-01-08"));
        ZoneId newYork = ZoneId.of("America/New_York");
        String input = exports.prefix().toString();
        assertThat(ConversationExport.open(new Configuration(), input, day, newYork)
                        .sources())
                .extracting(Source::isFinal)
                .contains(false)
                .doesNotContain(true);

        exports.incremental("0190-rest", "2025-01-09T00:00:00Z", "2025-01-09T05:00:00Z", List.of(List.of()));

        assertThat(ConversationExport.open(new Configuration(), input, day, newYork)
                        .sources())
                .isNotEmpty()
                .allMatch(Source::isFinal);
    }

    @Test
    void anIncrementalExportCountsWholeOnTheDaysOfItsWindowAndIsLimitedElsewhere() {
        exports.incremental("0180-day", "2025-01-08T00:00:00Z", "2025-01-09T00:00:00Z", List.of(List.of()));
        exports.incremental("0190-part", "2025-01-09T00:00:00Z", "2025-01-09T06:00:00Z", List.of(List.of()));

        ConversationExport ofItsDays = open(exports.prefix(), "2025-01-08", "2025-01-09");
        assertThat(ofItsDays.limits()).isEmpty();
        assertThat(ofItsDays.reads())
                .extracting(Source::day)
                .map(LocalDate::toString)
                .containsExactlyInAnyOrder("2025-01-08", "2025-01-09");
        assertThat(ofItsDays.sources()).extracting(Source::isFinal).containsExactly(true, false);
        // A change of a day before may be in any later export.
        assertThat(open(exports.prefix(), "2025-01-07", "2025-01-07").limits()).hasSize(3);
    }

    @Test
    void gapsAndOverlapsOfWindowsAreSaid() {
        exports.incremental("0181-a", "2025-01-09T00:00:00Z", "2025-01-10T00:00:00Z", List.of(List.of()));
        exports.incremental("0182-b", "2025-01-09T18:00:00Z", "2025-01-10T12:00:00Z", List.of(List.of()));
        exports.incremental("0183-c", "2025-01-10T12:00:00Z", "2025-01-11T00:00:00Z", List.of(List.of()));

        ConversationExport export = open(exports.prefix(), "2025-01-07", "2025-01-10");

        assertThat(export.notes())
                .containsExactly(
                        "gap: no export covers 2025-01-08T00:00:00Z to 2025-01-09T00:00:00Z; what was written then is missing",
                        "overlap: more than one export covers 2025-01-09T18:00:00Z to 2025-01-10T00:00:00Z; each write counts once");
        assertThat(export.missingDays()).containsExactly(LocalDate.parse("2025-01-08"));
    }

    @Test
    void anExportThatHasOnlyBegunIsNotReady() {
        Path started = exports.started("0199-begun");

        assertThatThrownBy(() -> open(started, "2025-01-06", "2025-01-06"))
                .isInstanceOf(InputNotReadyException.class)
                .hasMessage(
                        "Cannot read the export 0199-begun: it has started but has no manifest-summary.json yet. Run again when DynamoDB has finished it.");
        // Beside finished ones it is said, so that an export that failed does not stop every run.
        assertThat(open(exports.prefix(), "2025-01-06", "2025-01-06").notes())
                .containsExactly("not finished yet, so not read: the export 0199-begun");
    }

    @Test
    void bothSpellingsOfAChecksumAreHeld() throws IOException {
        Files.move(full.resolve("manifest-files.md5"), full.resolve("manifest-files.checksum"));
        Files.delete(full.resolve("manifest-summary.md5"));
        assertThat(open(full, "2025-01-06", "2025-01-06").reads()).hasSize(1);

        Files.writeString(full.resolve("manifest-files.checksum"), "KOTbX68Lf9TUpOh3RBJ6EA==");
        assertDamaged("manifest-files.json", "its MD5 is not the one in manifest-files.checksum");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "manifest-summary | \"itemCount\" : 3      | \"itemCount\" : 4      | manifest-files.json: its files hold 3 items, manifest-summary.json says 4",
                "manifest-summary | \"itemCount\" : 3      | \"itemCount\" : -3     | manifest-summary.json: its itemCount is not a count",
                "manifest-summary | \"exportTime\" : \"2025 | \"exportTime\" : \"MMXXV | manifest-summary.json: its exportTime is not a time",
                "manifest-summary | DYNAMODB_JSON          | ION                    | manifest-summary.json: its outputFormat is not DYNAMODB_JSON, the only supported one",
                "manifest-summary | {                      | [                      | manifest-summary.json: it is not a JSON object",
                "manifest-files   | 0170-full-0            | 0170-full-9            | manifest-files.json: the file 0170-full-9.json.gz that it names is missing",
                "manifest-files   | 0170-full-0            | 0170-full-1            | manifest-files.json: it names a file twice",
                "manifest-files   | data/0170-full-0       | data/../0170-full-0    | manifest-files.json: a dataFileS3Key does not lie below AWSDynamoDB",
                "manifest-files   | md5Checksum            | sha256                 | manifest-files.json: it has no md5Checksum",
                "manifest-files   | \"itemCount\":1        | \"itemCount\":\"1\"    | manifest-files.json: its itemCount is not a count"
            })
    void aManifestThatCannotBeTrueIsRefused(String name, String from, String to, String problem) throws IOException {
        String manifest = Files.readString(full.resolve(name + ".json"));
        assertThat(manifest).contains(from);
        TableExportFolder.manifest(full, name, manifest.replace(from, to));

        String[] fileAndProblem = problem.split(": ", 2);
        assertDamaged(fileAndProblem[0], fileAndProblem[1]);
    }

    @Test
    void aSummaryThatGotLostIsNotAPlainFolder() throws IOException {
        Files.delete(full.resolve("manifest-summary.json"));
        Files.delete(full.resolve("_started"));

        assertThatThrownBy(() -> open(full, "2025-01-06", "2025-01-06")).isInstanceOf(InputNotReadyException.class);
    }

    @Test
    void eachFileIsHeldAgainstItsPromiseWhileItIsRead() throws IOException {
        SourceFile file =
                open(full, "2025-01-06", "2025-01-06").reads().get(0).files().get(1);
        assertThat(count(file)).isEqualTo(2);

        Path data = full.resolve("data/0170-full-1.json.gz");
        byte[] bytes = Files.readAllBytes(data);
        byte[] flipped = bytes.clone();
        // In the header, where no reader of gzip looks.
        flipped[5] ^= 1;
        Files.write(data, flipped);
        assertThatThrownBy(() -> count(file))
                .isInstanceOf(DamagedInputException.class)
                .hasMessageContaining("its MD5 is ")
                .hasMessageEndingWith("the manifest says %s. Export this file again, then run the same command."
                        .formatted(file.promise().md5()));

        Files.write(data, bytes);
        SourceFile more = new SourceFile(
                file.name(),
                file.location(),
                file.length(),
                file.version(),
                new FilePromise(file.promise().md5(), 3, null));
        assertThatThrownBy(() -> count(more))
                .isInstanceOf(DamagedInputException.class)
                .hasMessageContaining("it holds 2 items, the manifest says 3");
    }

    @Test
    void exportsOfTwoTablesAreNotMixed() throws IOException {
        Path other = exports.full("0171-other", "2025-01-08T00:00:00Z", List.of(List.of(MONDAY)));
        String summary = Files.readString(other.resolve("manifest-summary.json"));
        TableExportFolder.manifest(
                other, "manifest-summary", summary.replace("table/recipe-conversations\"", "table/orders\""));

        assertThatThrownBy(() -> open(exports.prefix(), "2025-01-06", "2025-01-06"))
                .hasMessage(
                        "Cannot read the exports: they come from 2 tables. Give the folder of one export, or move the exports of other tables elsewhere.");
        assertThat(open(full, "2025-01-06", "2025-01-06").reads()).hasSize(1);
    }

    @Test
    void anExportIsFoundBesideAnotherByTheIdOfItsSource() {
        Path increment =
                exports.incremental("0180-day", "2025-01-08T00:00:00Z", "2025-01-09T00:00:00Z", List.of(List.of()));
        ConversationExport export = open(increment, "2025-01-08", "2025-01-08");
        String source = open(full, "2025-01-06", "2025-01-06").sources().get(0).id();

        assertThat(export.with(Set.of("day-2025-01-06-0a1b2c3d", "export-2025-01-06-00000000")))
                .isEmpty();
        ConversationExport both = export.with(Set.of(source)).orElseThrow();
        assertThat(both.reads()).hasSize(2);
        assertThat(both.limits().values())
                .singleElement()
                .satisfies(days -> assertThat(days).containsExactly(LocalDate.parse("2025-01-06")));
        // Read for that day only: the run is still one over the increment's day.
        assertThat(both.sources()).extracting(Source::day).containsExactly(LocalDate.parse("2025-01-08"));
    }

    @Test
    void aFolderAboveThePrefixIsNotReadAsPlainFiles() throws IOException {
        FileUtils.moveDirectory(
                exports.prefix().toFile(), root.resolve("bucket/deep/exports").toFile());

        assertThatThrownBy(() -> open(root.resolve("bucket"), "2025-01-06", "2025-01-06"))
                .isInstanceOf(InputNotReadyException.class)
                .hasMessageContaining("Give the folder that contains AWSDynamoDB.");
    }

    @Test
    void aPlainFolderIsReadWholeAndHoldsTheDaysOfItsRecords() throws IOException {
        Path plain = Files.createDirectories(root.resolve("stream/2025/01"));
        Files.write(plain.resolve("part-1.jsonl"), List.of(MONDAY), StandardCharsets.UTF_8);
        Files.writeString(plain.resolve("notes.txt"), "no records");

        ConversationExport export = open(root.resolve("stream"), "2025-01-05", "2025-01-08");

        assertThat(export.reads())
                .singleElement()
                .satisfies(read -> assertThat(read.files()).hasSize(1));
        assertThat(export.sources(RecordDays.of(List.of(LocalDate.parse("2025-01-06"), LocalDate.parse("2025-01-07")))))
                .extracting(Source::isFinal)
                .containsExactly(true, false);
    }

    private void assertDamaged(String file, String problem) {
        assertThatThrownBy(() -> open(full, "2025-01-06", "2025-01-06"))
                .isInstanceOf(DamagedInputException.class)
                .hasMessage(
                        "Cannot use %s of the export 0170-full: %s. Export the table again, or copy the export again."
                                .formatted(file, problem));
    }

    private static int count(SourceFile file) throws IOException {
        Source source = new Source(SourceId.parse("export-2025-01-06-00000000"), List.of(file), true, "");
        int count = 0;
        try (RangeReader records =
                RangeReader.open(new Configuration(), source, file, new MessageParser(FieldMapping.NONE))) {
            while (records.next() != null) {
                count++;
            }
        }
        return count;
    }

    private static ConversationExport open(Path input, String from, String to) {
        return ConversationExport.open(
                new Configuration(), input.toString(), new DayRange(LocalDate.parse(from), LocalDate.parse(to)));
    }
}
