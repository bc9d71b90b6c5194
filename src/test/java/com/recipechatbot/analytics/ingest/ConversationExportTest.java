package com.recipechatbot.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.ingest.layout.Fingerprint;
import com.recipechatbot.analytics.tables.DayRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConversationExportTest {

    private static final DayRange THREE_DAYS =
            new DayRange(LocalDate.parse("2025-01-31"), LocalDate.parse("2025-02-02"));

    @TempDir
    private Path input;

    private ExportFolder export;

    @BeforeEach
    void writeTwoDays() {
        export = new ExportFolder(input);
        export.write("2025-01-31", "b.json", ExportFolder.record("Hi"));
        export.write("2025-01-31", "a.json", ExportFolder.record("Hi"));
        export.write("2025-02-02", "a.json", ExportFolder.record("Hi"));
    }

    @Test
    void each_day_with_a_folder_is_a_source_and_the_others_are_missing() {
        ConversationExport opened = open();

        assertThat(opened.sources()).extracting(Source::day).containsExactly(THREE_DAYS.from(), THREE_DAYS.to());
        assertThat(opened.missingDays()).containsExactly(LocalDate.parse("2025-02-01"));
    }

    @Test
    void a_day_has_all_files_below_its_folder_but_marks_and_unfinished_ones() {
        export.write("2025-01-31", "hour=10/c.json.gz", "");
        export.write("2025-01-31", "no-ending", "");
        export.write("2025-01-31", "_SUCCESS", "");
        export.write("2025-01-31", ".d.json", "");
        export.write("2025-01-31", "_temporary/0/e.json", "");
        export.write("2025-01-31", "hour=10/_temporary/f.json", "");

        assertThat(open().sources().get(0).files())
                .extracting(SourceFile::name)
                .containsExactly(
                        "year=2025/month=01/day=31/a.json",
                        "year=2025/month=01/day=31/b.json",
                        "year=2025/month=01/day=31/hour=10/c.json.gz",
                        "year=2025/month=01/day=31/no-ending");
    }

    @Test
    void an_empty_folder_is_a_day_without_files() {
        export.folder("2025-02-01");

        assertThat(open().missingDays()).isEmpty();
        assertThat(open().sources().get(1).files()).isEmpty();
    }

    @Test
    void a_day_is_final_when_a_later_one_has_begun_or_it_is_declared_done() {
        assertThat(open().sources()).extracting(Source::isFinal).containsExactly(true, false);

        export.write("2025-02-02", "_SUCCESS", "");
        assertThat(open().sources()).extracting(Source::isFinal).containsExactly(true, true);
    }

    @Test
    void a_later_day_beyond_the_range_makes_it_final_too() {
        export.folder("2026-03-01");

        assertThat(open().sources()).extracting(Source::isFinal).containsExactly(true, true);
    }

    @Test
    void a_folder_that_is_no_day_makes_nothing_final() throws IOException {
        Files.createDirectories(input.resolve("year=2026/month=02/day=31"));
        Files.createDirectories(input.resolve("year=2027/month=x"));
        Files.createDirectories(input.resolve("year=2028/month=13/day=01"));
        Files.createDirectories(input.resolve("year=2028/month=00/day=01"));
        Files.createDirectories(input.resolve("year=2028/month=01/day=00"));

        assertThat(open().sources()).extracting(Source::isFinal).containsExactly(true, false);
    }

    @Test
    void the_folder_above_conversations_is_the_same_input() throws IOException {
        Path above = Files.createDirectories(input.resolve("above"));
        Files.move(
                input.resolve("year=2025"),
                Files.createDirectories(above.resolve("conversations")).resolve("year=2025"));

        List<Source> fromAbove = open(above.toString()).sources();

        assertThat(fromAbove)
                .isEqualTo(open(above.resolve("conversations") + "/").sources());
    }

    @Test
    void a_source_is_named_by_its_day_and_its_input_without_telling_the_path() {
        String id = open().sources().get(0).id();

        assertThat(id).matches("day-2025-01-31-[0-9a-f]{8}");
        assertThat(id).isEqualTo(open(input.toUri().toString()).sources().get(0).id());
    }

    @Test
    void one_bucket_has_one_name_whatever_the_connector_is_called() {
        assertThat(List.of("s3a://bucket/a", "s3n://bucket/a", "s3://bucket/a/"))
                .allMatch(uri -> Fingerprint.ofFolder(uri).equals(Fingerprint.ofFolder("s3://bucket/a")));
        assertThat(Fingerprint.ofFolder("s3://bucket/a")).isNotEqualTo(Fingerprint.ofFolder("s3://bucket/b"));
    }

    @Test
    void an_input_that_does_not_exist_is_not_ready() {
        String nowhere = input.resolve("nowhere").toString();

        assertThatThrownBy(() -> open(nowhere))
                .isInstanceOf(InputNotReadyException.class)
                .hasMessage(
                        "Cannot read the input %s: there is no such folder. Check the path, or run again when the export is there.",
                        nowhere);
    }

    @Test
    void an_input_without_any_of_the_days_is_not_ready() {
        DayRange range = new DayRange(LocalDate.parse("2025-03-01"), LocalDate.parse("2025-03-02"));

        assertThatThrownBy(() -> ConversationExport.open(new Configuration(), input.toString(), range))
                .isInstanceOf(InputNotReadyException.class)
                .hasMessage(
                        "Cannot read the days 2025-03-01 to 2025-03-02: the input %s has no folder like year=2025/month=01/day=15 for any of them. Check the path and the days, or run again when the export is there.",
                        input);
    }

    @Test
    void an_export_that_stays_as_it_was_is_unchanged() {
        ConversationExport opened = open();
        export.write("2025-01-31", ".unfinished", "");
        export.folder("2025-02-03");

        opened.verifyUnchanged();
    }

    @Test
    void a_file_that_appears_is_a_change() {
        ConversationExport opened = open();
        export.write("2025-02-02", "b.json", "");

        assertChanged(opened, "2025-02-02");
    }

    @Test
    void a_file_that_vanishes_is_a_change() throws IOException {
        ConversationExport opened = open();
        Files.delete(export.folder("2025-02-02").resolve("a.json"));

        assertChanged(opened, "2025-02-02");
    }

    @Test
    void a_file_written_again_is_a_change_even_at_the_same_length() throws IOException {
        Path file = export.folder("2025-02-02").resolve("a.json");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-02-03T00:00:00Z")));
        ConversationExport opened = open();
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-02-03T00:00:01Z")));

        assertChanged(opened, "2025-02-02");
    }

    @Test
    void a_missing_day_that_appears_is_a_change() {
        ConversationExport opened = open();
        export.folder("2025-02-01");

        assertChanged(opened, "2025-02-01");
    }

    @Test
    void a_month_without_its_zero_is_read_beside_the_one_with_it() throws IOException {
        Files.createDirectories(input.resolve("year=2025/month=2/day=2"));
        Files.writeString(input.resolve("year=2025/month=2/day=2/b.json"), "");

        assertThat(open().sources().get(1).files())
                .extracting(SourceFile::name)
                .containsExactly("year=2025/month=02/day=02/a.json", "year=2025/month=2/day=2/b.json");
        assertThat(open().notes()).isEmpty();
    }

    @Test
    void what_does_not_look_like_data_is_left_out_and_said() throws IOException {
        Path day = export.folder("2025-02-02");
        for (String name : List.of("a.json.bak", "a.json~", "a.json.tmp", "README.md", ".hidden")) {
            Files.writeString(day.resolve(name), "no data");
        }
        Files.createDirectories(input.resolve("year=2025/month=13"));
        Files.createDirectories(input.resolve("year=2025/month=02/day=30"));

        assertThat(open().sources().get(1).files())
                .extracting(SourceFile::name)
                .containsExactly("year=2025/month=02/day=02/a.json");
        assertThat(open().notes())
                .containsExactly(
                        "left out, because its name, place or content is not that of data: year=2025/month=02/day=02/README.md,"
                                + " year=2025/month=02/day=02/*.json.bak, year=2025/month=02/day=02/*.json.tmp,"
                                + " year=2025/month=02/day=02/*.json~, year=2025/month=02/day=30 and 1 more");
    }

    @Test
    void what_is_beside_the_folders_of_days_is_left_out_and_said() throws IOException {
        for (String folder : List.of("2025/02/01", "year=25", "year=2025/02", "year=2025/month=01/errors", ".hidden")) {
            Files.createDirectories(input.resolve(folder));
        }
        Files.writeString(input.resolve("late.json"), ExportFolder.record("Hi"));

        assertThat(open().notes())
                .containsExactly(
                        "left out, because its name, place or content is not that of data: 2025/, year=2025/02/,"
                                + " year=2025/month=01/errors/, year=25/, *.json");
    }

    @Test
    void remains_of_editors_and_downloads_are_no_data() throws IOException {
        for (String name :
                List.of("#a.json#", "a.json.swo", "a.json.filepart", "desktop.ini", "LICENSE", "README 2.txt")) {
            export.write("2025-02-02", name, "no data");
        }
        export.write("2025-02-02", "licenses-2025.json", "");

        assertThat(open().sources().get(1).files())
                .extracting(SourceFile::name)
                .containsExactly("year=2025/month=02/day=02/a.json", "year=2025/month=02/day=02/licenses-2025.json");
    }

    @Test
    void names_that_somebody_gave_are_not_said() throws IOException {
        Path plain = Files.createDirectories(input.resolve("plain/Anna Mueller"));
        Files.writeString(plain.resolve("a.json"), "");
        Files.writeString(plain.resolve("hat Diabetes.png"), "");
        Files.writeString(plain.resolve("b.anna"), "Likes soup.");

        assertThat(open(input.resolve("plain").toString()).notes())
                .containsExactly("left out, because its name, place or content is not that of data: */*, */*.png");
    }

    @Test
    void a_plain_folder_is_read_whatever_the_names_say_but_for_what_firehose_could_not_deliver() throws IOException {
        Path plain = Files.createDirectories(input.resolve("plain/2025/01/15/10"));
        for (String name :
                List.of("chat-1-2025-01-15-10-00-00-3f2504e0", "x.JSON", "y.txt", "z.log.gz", "w.json.bz2")) {
            Files.writeString(plain.resolve(name), "");
        }
        for (String folder : List.of("processing-failed", "error/2025")) {
            Files.createDirectories(input.resolve("plain").resolve(folder));
            Files.writeString(input.resolve("plain").resolve(folder).resolve("x.json"), "");
        }
        Files.writeString(input.resolve("plain/picture.png"), "");
        Files.writeString(input.resolve("plain/README"), "");

        ConversationExport opened = open(input.resolve("plain").toString());

        assertThat(opened.reads().get(0).files()).hasSize(5);
        assertThat(opened.notes())
                .singleElement()
                .satisfies(note -> assertThat(note)
                        .startsWith("left out, because its name, place or content is not that of data: ")
                        .contains("processing-failed/", "error/", "*.png", "README"));
    }

    @Test
    void in_a_plain_folder_the_content_decides_where_the_name_does_not() throws IOException {
        Path plain = Files.createDirectories(input.resolve("plain"));
        String record = ExportFolder.record("Hi");
        for (String name : List.of("bot.jsonl.1", "chats.v2", "x.log", "bot.v2-1-2025-01-15-10-00-00-3f2504e0")) {
            Files.writeString(plain.resolve(name), record);
        }
        Files.write(plain.resolve("zipped.txt"), ExportFolder.gzip(record));
        Files.write(plain.resolve("bot.2025-01-15.gz"), ExportFolder.gzip(record));
        Files.write(plain.resolve("notes.txt"), ExportFolder.gzip("Buy milk."));
        Files.write(plain.resolve("table.csv.gz"), ExportFolder.gzip("a,b"));
        Files.writeString(plain.resolve("all.zip"), "PK");
        Files.writeString(plain.resolve("notes.v2"), "Buy milk.");

        ConversationExport opened = open(input.resolve("plain").toString());

        assertThat(opened.reads().get(0).files())
                .extracting(SourceFile::name)
                .containsExactly(
                        "bot.2025-01-15.gz",
                        "bot.jsonl.1",
                        "bot.v2-1-2025-01-15-10-00-00-3f2504e0",
                        "chats.v2",
                        "x.log",
                        "zipped.txt");
        assertThat(opened.notes())
                .containsExactly(
                        "left out, because its name, place or content is not that of data: *.zip, *.txt, *, *.csv.gz");
    }

    @Test
    void a_file_is_no_input() {
        String file = export.folder("2025-02-02").resolve("a.json").toString();

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(UsageException.class)
                .hasMessage("Cannot read the input %s: it is a file. Give the folder that holds it.", file);
    }

    @Test
    void a_web_address_is_no_input() {
        assertThatThrownBy(() -> open("https://bucket.example/export"))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "Cannot read the input https://bucket.example/export: web addresses are not read. Give a local folder, or one like s3://bucket/folder.");
    }

    @Test
    void an_address_that_nothing_reads_is_no_input() {
        assertThatThrownBy(() -> open("floppy://a/export"))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "Cannot list the input floppy://a/export: this kind of address cannot be read. Give a local folder, or one like s3://bucket/folder.");
    }

    private static void assertChanged(ConversationExport opened, String day) {
        assertThatThrownBy(opened::verifyUnchanged)
                .isInstanceOf(InputChangedException.class)
                .hasMessage(
                        "Cannot use what was read for %s: its files changed meanwhile, so the export is still being written. Run again when it is done.",
                        day);
    }

    private ConversationExport open() {
        return open(input.toString());
    }

    private static ConversationExport open(String folder) {
        return ConversationExport.open(new Configuration(), folder, THREE_DAYS);
    }
}
