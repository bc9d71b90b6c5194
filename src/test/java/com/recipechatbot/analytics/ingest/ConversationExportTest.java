package com.recipechatbot.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.tables.DayRange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConversationExportTest {

    private static final LocalDate DAY = LocalDate.parse("2025-01-15");

    @TempDir
    private Path input;

    @Test
    void each_line_is_one_row_parsed_or_rejected_with_its_position() throws IOException {
        String good = line("c1", "Is dill a herb?");
        write("2025-01-15", "a.json", "\n" + good + "\n{\"role\": \n" + line("c2", "Yes") + "\n");

        List<Row> rows = records(DAY);

        assertThat(rows).extracting(row -> row.getAs("message")).containsExactly("Is dill a herb?", null, "Yes");
        Row rejected = rows.get(1);
        assertThat(rejected.<String>getAs("reason")).isEqualTo("not_json");
        assertThat(rejected.<Long>getAs("line")).isEqualTo(3);
        assertThat(rejected.<Long>getAs("byte_offset")).isEqualTo(1 + good.length() + 1);
        assertThat(rejected.<byte[]>getAs("raw")).asString().isEqualTo("{\"role\":");
        assertThat(rejected.<String>getAs("file")).isEqualTo("year=2025/month=01/day=15/a.json");
    }

    @Test
    void a_compressed_file_of_several_members_is_read_to_its_end() throws IOException {
        Path file = folder("2025-01-15").resolve("a.json.gz");
        for (String message : List.of("first", "second")) {
            try (OutputStream member = new GZIPOutputStream(Files.newOutputStream(
                    file, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND))) {
                member.write((line("c1", message) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(records(DAY)).extracting(row -> row.getAs("message")).containsExactly("first", "second");
    }

    private List<Row> records(LocalDate day) {
        return ConversationExport.open(new Configuration(), input.toString(), DayRange.of(day))
                .records(TestSpark.session())
                .collectAsList();
    }

    private void write(String day, String name, String content) throws IOException {
        Files.writeString(folder(day).resolve(name), content);
    }

    private Path folder(String day) throws IOException {
        return Files.createDirectories(input.resolve(
                "year=%s/month=%s/day=%s".formatted(day.substring(0, 4), day.substring(5, 7), day.substring(8))));
    }

    private static String line(String conversation, String message) {
        return "{\"conversation_id\":\"%s\",\"timestamp\":\"2025-01-15T08:00:00.5\",\"user_id\":\"u1\",\"role\":\"user\",\"message\":\"%s\",\"metadata\":{}}"
                .formatted(conversation, message);
    }
}
