package com.recipechatbot.analytics.upkeep;

import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks is told every row of theirs, and of nobody else. */
class AccessTest {

    @TempDir
    private static Path folder;

    @BeforeAll
    static void aLake() throws IOException {
        Path export = new TestExport(folder.resolve("export"))
                .day(
                        "2025-01-31",
                        message("c1", "2025-01-31T23:59:00", "ann-4711", "user", "How do I make potato soup?"),
                        message("c2", "2025-01-31T10:00:00", "bob", "user", "Hello"))
                .day(
                        "2025-02-01",
                        message("c1", "2025-02-01T00:01:00", null, "assistant", "Here is a recipe for potato soup:"),
                        message("c3", "2025-02-01T10:00:00", "bob", "user", "Hello"))
                .root();
        Ended ended = Commands.backfill(
                "--input=" + export,
                "--lake=" + folder.resolve("lake"),
                "--keys=" + Commands.keys(folder),
                "--from=2025-01-31",
                "--to=2025-02-01");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        Files.writeString(folder.resolve("users"), "nobody\nann-4711\n");
    }

    @Test
    void everyRowOfAUserAndOfTheUsersConversationsIsPrinted() throws IOException {
        Ended ended = access(Commands.keys(folder), "--format=json");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        List<String> found = new ArrayList<>();
        for (String line : ended.out().lines().toList()) {
            JsonNode row = new ObjectMapper().readTree(line);
            found.add(row.get("user") + " " + row.get("table").asText());
        }
        // The answer after midnight bears no user, but belongs to the conversation.
        assertThat(found)
                .containsExactly(
                        "2 conversation_parts",
                        "2 conversation_parts",
                        "2 user_activity",
                        "2 user_activity",
                        "2 conversations",
                        "2 user_week_items");
        assertThat(ended.err())
                .contains("user 1: 0 rows", "user 2: 6 rows", "published tables and daily files")
                .doesNotContain("shredded");
        assertThat(ended.out() + ended.err()).doesNotContain("ann-4711");
    }

    @Test
    void aShreddedMonthIsSaid() throws IOException {
        Path keys = Files.copy(Commands.keys(folder), folder.resolve("fewer-keys"));
        KeyRing.shred(keys.toString(), YearMonth.of(2025, 1));

        Ended ended = access(keys, "--format=json");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        // Of January only what bears the long-lived pseudonyms of user_activity: the user wrote, and asked for a
        // recipe.
        assertThat(ended.out().lines()).hasSize(2).allMatch(row -> row.contains("user_activity"));
        assertThat(ended.err()).contains("rows of 2025-01: the key of that month was shredded");
    }

    @Test
    void aLakeThatIsNotThereIsSaid() {
        Ended ended = Commands.run(
                "access",
                "--users=" + folder.resolve("users"),
                "--lake=" + folder.resolve("nowhere"),
                "--keys=" + Commands.keys(folder));

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).startsWith("Cannot read restricted/conversation_parts: the lake ");
    }

    private static Ended access(Path keys, String format) {
        return Commands.run(
                "access",
                "--users=" + folder.resolve("users"),
                "--lake=" + folder.resolve("lake"),
                "--keys=" + keys,
                format);
    }
}
