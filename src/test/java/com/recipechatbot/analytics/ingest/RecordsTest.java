package com.recipechatbot.analytics.ingest;

import static com.recipechatbot.analytics.ingest.ExportFolder.gzip;
import static com.recipechatbot.analytics.ingest.ExportFolder.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.tables.DayRange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configurable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.parquet.hadoop.codec.ZstandardCodec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.execution.ExplainMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordsTest {

    private static final String DAY = "2025-01-15";
    private static final String FILE = "year=2025/month=01/day=15/";

    @TempDir
    private Path input;

    private ExportFolder export;

    @BeforeEach
    void createDay() {
        export = new ExportFolder(input);
        export.folder(DAY);
    }

    @Test
    void a_record_that_can_be_used_has_its_fields() {
        export.write(DAY, "a.json", record("Is dill a herb?") + "\n");

        assertThat(rows())
                .containsExactly(RowFactory.create(
                        open().sources().get(0).id(),
                        FILE + "a.json",
                        null,
                        0L,
                        (long) record("Is dill a herb?").length(),
                        null,
                        null,
                        "c1",
                        Timestamp.from(Instant.parse("2025-01-15T08:00:00.5Z")),
                        "u1",
                        "user",
                        "Is dill a herb?",
                        "{}",
                        false,
                        // A day folder tells neither when and in which order it was written nor that something is gone.
                        null,
                        null,
                        null));
    }

    @Test
    void a_rejected_record_has_its_reason_position_and_bytes() {
        export.write(DAY, "a.json", "\n" + record("Hi") + "\n {\"role\": \r\n" + record("Bye"));

        Row rejected = rows().get(1);

        assertThat(rejected.<String>getAs("reason")).isEqualTo("not_json");
        assertThat(rejected.<String>getAs("file")).isEqualTo(FILE + "a.json");
        assertThat(rejected.<Long>getAs("line")).isEqualTo(3);
        assertThat(rejected.<Long>getAs("byte_offset")).isEqualTo(record("Hi").length() + 3);
        assertThat(rejected.<Long>getAs("byte_length")).isEqualTo("{\"role\":".length());
        assertThat(rejected.<byte[]>getAs("raw")).asString().isEqualTo("{\"role\":");
        assertThat(rejected.<String>getAs("message")).isNull();
    }

    @Test
    void a_local_file_with_a_colon_in_its_name_is_read() {
        export.write(DAY, "chats 10:00.json", record("Hi"));
        export.write(DAY, "chats 11:00.json.gz", gzip(record("Hi") + "\n" + record("Bye")));

        assertThat(rows()).hasSize(3);
    }

    @Test
    void a_compressed_file_without_a_byte_is_empty() {
        export.write(DAY, "empty.json.gz", "");
        export.write(DAY, "empty.json.bz2", "");
        export.write(DAY, "empty.json.zst", "");
        export.write(DAY, "a.json", record("Hi"));

        assertThat(rows()).hasSize(1);
    }

    @Test
    void all_forms_of_a_file_give_the_same_records() {
        String lines = record("one") + "\r\n\n" + record("two");
        String array = "[" + record("one") + ",\n" + record("two") + "]";
        export.write(DAY, "lines.json", lines);
        export.write(DAY, "marked-lines.jsonl", "\uFEFF" + lines);
        export.write(DAY, "lines.ndjson.gz", gzip(lines));
        export.write(DAY, "array.json", array);
        export.write(DAY, "marked-array.json", "\uFEFF\n " + array);
        export.write(DAY, "array.json.gz", gzip(array));
        export.write(DAY, "several-members.json.gz", join(gzip(record("one") + "\n"), gzip(record("two"))));
        export.write(DAY, "odd name %41 é+.json", lines);
        export.write(DAY, "nothing.json", "");
        export.write(DAY, "nothing.json.gz", gzip(""));
        export.write(DAY, "no-elements.json", "[]\n");

        assertThat(rows()).allMatch(row -> row.getAs("reason") == null);
        assertThat(rows().stream()
                        .collect(Collectors.groupingBy(
                                row -> row.<String>getAs("file").substring(FILE.length()),
                                Collectors.mapping(row -> row.getAs("message"), Collectors.toList()))))
                .hasSize(8)
                .allSatisfy((file, messages) -> assertThat(messages).isEqualTo(List.of("one", "two")));
    }

    @Test
    void a_day_without_files_has_no_records() {
        assertThat(rows()).isEmpty();
    }

    @Test
    void bytes_that_are_no_utf8_are_kept_as_they_are() {
        byte[] latin = record("caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        export.write(DAY, "a.json", latin);

        assertThat(rows().get(0).<String>getAs("reason")).isEqualTo("invalid_utf8");
        assertThat(rows().get(0).<byte[]>getAs("raw")).isEqualTo(latin);
    }

    @Test
    void a_line_of_ten_megabytes_is_read_and_one_over_the_limit_is_skipped() {
        String longText = "x".repeat(10 << 20);
        export.write(DAY, "a.json", record(longText) + "\n" + record(longText.repeat(4)) + "\n" + record("Hi"));

        List<Row> rows = rows();

        assertThat(rows.get(0).<String>getAs("message")).isEqualTo(longText);
        assertThat(rows.get(1).<String>getAs("reason")).isEqualTo("record_too_long");
        assertThat(rows.get(1).<Long>getAs("byte_length"))
                .isEqualTo(record(longText.repeat(4)).length());
        assertThat(rows.get(1).<Long>getAs("line")).isEqualTo(2);
        assertThat(rows.get(1).<byte[]>getAs("raw")).isNull();
        assertThat(rows.get(2).<String>getAs("message")).isEqualTo("Hi");
    }

    @Test
    void a_large_file_is_read_by_several_tasks_and_each_record_once() {
        int count = 200_000;
        export.write(
                DAY,
                "a.json",
                IntStream.range(0, count)
                        .mapToObj(i -> i == count - 10 ? "broken" : record("message " + i))
                        .collect(Collectors.joining("\n")));

        Dataset<Row> records =
                open().records(TestSpark.session(), FieldMapping.NONE).cache();

        assertThat(records.rdd().getNumPartitions()).isGreaterThan(1);
        assertThat(records.count()).isEqualTo(count);
        assertThat(records.select("message").distinct().count()).isEqualTo(count);
        assertThat(records.where("reason is not null").first().<Long>getAs("line"))
                .isEqualTo(count - 9);
        records.unpersist();
    }

    @Test
    void a_compressed_file_that_was_cut_off_is_damaged() {
        byte[] whole = gzip(record("Hi"));
        export.write(DAY, "a.json.gz", Arrays.copyOf(whole, whole.length - 10));

        assertThat(failure())
                .isInstanceOf(DamagedInputException.class)
                .hasMessage(
                        "Cannot read %sa.json.gz of the input: it ends in the middle of its compressed data. Export this file again, then run the same command.",
                        FILE);
    }

    @Test
    void a_compressed_file_whose_bytes_changed_is_damaged() {
        byte[] bytes = gzip(record("Hi"));
        bytes[bytes.length / 2] ^= 0x55;
        export.write(DAY, "a.json.gz", bytes);

        assertThat(failure())
                .isInstanceOf(DamagedInputException.class)
                .hasMessage(
                        "Cannot read %sa.json.gz of the input: its bytes cannot be read or decompressed. Export this file again, then run the same command.",
                        FILE);
    }

    @Test
    void a_compressed_file_with_something_else_behind_it_is_damaged() {
        export.write(
                DAY,
                "a.json.gz",
                join(gzip(record("Hi")), "something else, and more".getBytes(StandardCharsets.UTF_8)));

        assertThat(failure()).isInstanceOf(DamagedInputException.class);
    }

    @Test
    void an_empty_file_has_no_records_whatever_its_name() {
        export.write(DAY, "a.json.gz", "");
        export.write(DAY, "b.json.zst", "");

        assertThat(rows()).isEmpty();
    }

    @Test
    void a_file_is_read_by_its_first_bytes() throws IOException {
        export.write(DAY, "gzip.json", gzip(record("gzip")));
        export.write(DAY, "gzip", gzip(record("gzip without a name")));
        export.write(DAY, "text.json.gz", record("text"));
        ZstandardCodec codec = new ZstandardCodec();
        codec.setConf(new Configuration());
        ByteArrayOutputStream zstd = new ByteArrayOutputStream();
        try (OutputStream compressed = codec.createOutputStream(zstd)) {
            compressed.write(record("zstd").getBytes(StandardCharsets.UTF_8));
        }
        export.write(DAY, "zstd.json", zstd.toByteArray());

        assertThat(rows())
                .extracting(row -> row.getAs("message"))
                .containsExactlyInAnyOrder("gzip", "gzip without a name", "text", "zstd");
    }

    @Test
    void compressed_files_may_be_joined_or_begin_with_a_frame_without_data() throws IOException {
        export.write(
                DAY,
                "a.json.bz2",
                join(compressed(new BZip2Codec(), record("one") + "\n"), compressed(new BZip2Codec(), record("two"))));
        ByteArrayOutputStream skipped = new ByteArrayOutputStream();
        skipped.write(new byte[] {0x50, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 7, 7});
        skipped.write(compressed(new ZstandardCodec(), record("three")));
        export.write(DAY, "b.json", skipped.toByteArray());

        assertThat(rows()).extracting(row -> row.getAs("message")).containsExactlyInAnyOrder("one", "two", "three");
    }

    private static byte[] compressed(Configurable codec, String content) throws IOException {
        codec.setConf(new Configuration());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream compressed = ((CompressionCodec) codec).createOutputStream(bytes)) {
            compressed.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void a_file_that_is_not_what_its_name_says_is_damaged() {
        export.write(DAY, "a.json.zst", "x");

        assertThat(failure())
                .isInstanceOf(DamagedInputException.class)
                .hasMessage(
                        "Cannot read %sa.json.zst of the input: its bytes cannot be read or decompressed. Export this file again, then run the same command.",
                        FILE);
    }

    @Test
    void a_file_that_vanishes_while_it_is_read_is_a_change() throws IOException {
        Path file = export.write(DAY, "a.json", record("Hi"));
        Dataset<Row> records = open().records(TestSpark.session(), FieldMapping.NONE);
        Files.delete(file);

        assertThat(rootOf(catchThrowable(records::collectAsList))).isInstanceOf(InputChangedException.class);
    }

    @Test
    void explaining_a_query_names_no_file() {
        export.write(DAY, "jane-roe.json", record("Hi"));

        assertThat(open().records(TestSpark.session(), FieldMapping.NONE)
                        .queryExecution()
                        .explainString(ExplainMode.fromString("extended")))
                .doesNotContain("jane-roe");
    }

    private ConversationExport open() {
        return ConversationExport.open(new Configuration(), input.toString(), DayRange.of(LocalDate.parse(DAY)));
    }

    private List<Row> rows() {
        return open().records(TestSpark.session(), FieldMapping.NONE).collectAsList();
    }

    private Throwable failure() {
        return rootOf(catchThrowable(this::rows));
    }

    /** The failure of a task as it was thrown, below what Spark puts around it. */
    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root != null && root.getClass().getName().startsWith("org.apache.spark")) {
            root = root.getCause();
        }
        return root;
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
