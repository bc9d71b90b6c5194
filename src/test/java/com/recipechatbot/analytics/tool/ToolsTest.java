package com.recipechatbot.analytics.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolsTest {

    @TempDir
    private Path folder;

    @Test
    void redactMasksEachLine() {
        assertThat(given("write to jane.roe@example.com\nStir well.\n", "redact"))
                .isEqualTo("write to [EMAIL]\nStir well.\n");
    }

    @Test
    void redactTellsWhereInCodePoints() {
        assertThat(given("{\"id\":\"a\",\"text\":\"🍝 jane.roe@example.com\"}\n", "redact", "--json"))
                .isEqualTo(
                        "{\"id\":\"a\",\"text_redacted\":\"🍝 [EMAIL]\",\"spans\":[{\"type\":\"EMAIL\",\"start\":2,\"end\":22}]}\n");
    }

    @Test
    void extractNamesTheDishOrNull() {
        assertThat(given(
                        "{\"id\":1,\"role\":\"user\",\"message\":\"How do I make potato soup?\"}\n{\"id\":2,\"role\":\"user\",\"message\":\"Thanks!\"}\n",
                        "extract",
                        "--json"))
                .isEqualTo("""
                        {"id":1,"recipe_name":"potato soup","recipe_key":"potato soup","course":"soup","cuisine":null}
                        {"id":2,"recipe_name":null,"recipe_key":null,"course":null,"cuisine":null}
                        """);
    }

    @Test
    void aLineThatIsNoObjectIsSaidWithoutQuotingIt() {
        Ended ended = run("{\"id\":1,\"text\":\"fine\"}\njane.roe@example.com\n", "redact", "--json");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .isEqualTo(
                        "Cannot read line 2: it is no JSON object. Give one object a line, or leave --json out for plain text.\n");
    }

    @Test
    void keysAreMadeOnce() {
        Path keys = folder.resolve("keys");
        assertThat(run("", "keys", "create", "--keys", keys.toString()).exitCode())
                .isZero();

        Ended again = run("", "keys", "create", "--keys", keys.toString());

        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).startsWith("Cannot create").contains(keys.toString());
    }

    @Test
    void aTableThatIsNotInTheLakeIsSaid() {
        Ended ended = run("", "show", "daily_metrics", "--lake", folder.toString());

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .isEqualTo(
                        "Cannot read published/daily_metrics: the lake %s has no such table yet. Run jobs/run daily-metrics or backfill first.\n"
                                .formatted(folder));
    }

    @Test
    void aTableThatThereNeverIsIsSaid() {
        assertThat(run("", "show", "daily_metric", "--lake", folder.toString()).err())
                .startsWith("Cannot show daily_metric: there is no such table. There are: messages, message_hours, ");
    }

    @Test
    void rowsAreJsonLinesOrCsvOrATable() {
        List<String> columns = List.of("day", "name", "share", "users", "at", "dishes");
        List<List<Object>> rows = List.of(
                Arrays.asList(
                        LocalDate.of(2025, 1, 6),
                        "Mac, \"n\" cheese",
                        0.5,
                        3L,
                        Instant.parse("2025-01-06T10:00:00Z"),
                        List.of(Map.of("key", "soup"))),
                Arrays.asList(LocalDate.of(2025, 1, 7), null, null, null, null, List.of()));

        assertThat(printed(TableFormat.json, columns, rows)).isEqualTo("""
                        {"day":"2025-01-06","name":"Mac, \\"n\\" cheese","share":0.5,"users":3,"at":"2025-01-06T10:00:00Z","dishes":[{"key":"soup"}]}
                        {"day":"2025-01-07","name":null,"share":null,"users":null,"at":null,"dishes":[]}
                        """);
        assertThat(printed(TableFormat.csv, columns, rows))
                .isEqualTo("day,name,share,users,at,dishes\r\n"
                        + "2025-01-06,\"Mac, \"\"n\"\" cheese\",0.5,3,2025-01-06T10:00:00Z,\"[{\"\"key\"\":\"\"soup\"\"}]\"\r\n"
                        + "2025-01-07,,,,,[]\r\n");
        assertThat(printed(TableFormat.table, List.of("day", "share"), List.of(List.of(LocalDate.of(2025, 1, 6), 0.5))))
                .isEqualTo("day         share\n2025-01-06   0.50\n");
    }

    private static String printed(TableFormat format, List<String> columns, List<List<Object>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.print(columns, rows, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String given(String input, String... arguments) {
        Ended ended = run(input, arguments);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return ended.out();
    }

    private static Ended run(String input, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return Commands.run(new Tools(), arguments);
        } finally {
            System.setIn(before);
        }
    }
}
