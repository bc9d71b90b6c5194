package com.recipechatbot.analytics.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFieldsTest {

    @TempDir
    private Path folder;

    private TestExport export;

    @BeforeEach
    void writeDays() {
        export = new TestExport(folder.resolve("export"));
        for (String day : List.of("2025-01-06", "2025-01-07")) {
            export.day(
                    day,
                    record("ann", day + "T10:00:00", "Human", "How do I make potato soup?"),
                    record("ann", day + "T10:01:00", "AI", "Here is a recipe for potato soup."),
                    record("bob", day + "T10:02:00", "Human", "How do I make potato soup?"));
        }
    }

    private static String record(String user, String time, String role, String text) {
        return "{\"chat\":\"c-%s\",\"at\":\"%s\",\"who\":\"%s\",\"type\":\"%s\",\"payload\":{\"body\":\"%s\"}}"
                .formatted(user + time.substring(0, 10), time, user, role, text);
    }

    @Test
    void anInputWithOtherNamesIsReadByAMappingThatTheLakeKeeps() throws IOException {
        Path fields = Files.writeString(
                folder.resolve("fields"), "# ours = theirs\nconversation_id = chat\n\nmessage = payload.body\n");
        Ended first = daily("2025-01-06", "--fields=" + fields, "--field=timestamp=at", "--field=user_id=who");
        Ended second = daily("2025-01-07");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(second.exitCode()).as(second.err()).isZero();
        TestLake lake = TestLake.at(folder.resolve("lake"));
        assertThat(lake.messages()).hasSize(6);
        assertThat(lake.rows(MetricTable.DAILY_METRICS))
                .extracting(row -> row.get("messages"), row -> row.get("active_users"), row -> row.get("recipe_pairs"))
                .containsOnly(tuple(3L, 2L, 2L));
        assertThat(folder.resolve("lake/lake.json"))
                .content()
                .contains(
                        "\"fields\" : [ \"conversation_id=chat\", \"timestamp=at\", \"user_id=who\", \"message=payload.body\" ]");
    }

    @Test
    void anotherMappingIsRefusedOnceADayIsPublished() {
        Ended first = daily(
                "2025-01-06",
                "--field=conversation_id=chat",
                "--field=timestamp=at",
                "--field=user_id=who",
                "--field=message=payload.body");
        Ended other = daily("2025-01-07", "--field=message=text");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err())
                .contains(
                        "Cannot read the input with the fields message=text: the lake has published days that were read with conversation_id=chat, timestamp=at, user_id=who, message=payload.body. Give no fields to use those of the lake, or start a new lake.");
        assertThat(TestLake.at(folder.resolve("lake")).messages()).hasSize(3);
    }

    @Test
    void aMappingByWhichNothingCanBeReadIsNotKept() throws IOException {
        Ended wrong = daily("2025-01-06", "--field=conversation_id=no-such-name");

        assertThat(wrong.exitCode()).as(wrong.err()).isEqualTo(4);
        assertThat(folder.resolve("lake/lake.json")).content().doesNotContain("no-such-name");
    }

    @Test
    void usersAreErasedFromAnInputByTheMappingOfTheLake() throws IOException {
        daily(
                "2025-01-06",
                "--field=conversation_id=chat",
                "--field=timestamp=at",
                "--field=user_id=who",
                "--field=message=payload.body");
        Path users = Files.writeString(folder.resolve("users"), "ann\n");

        Ended erased = Commands.run(
                "erase",
                "--users=" + users,
                "--lake=" + folder.resolve("lake"),
                "--keys=" + Commands.keys(folder),
                "--input=" + export.root());

        assertThat(erased.exitCode()).as(erased.err()).isZero();
        assertThat(TestLake.at(folder.resolve("lake")).messages()).hasSize(1);
        assertThat(export.root().resolve("year=2025/month=01/day=06/conversations-2025-01-06.json"))
                .content()
                .isEqualTo(record("bob", "2025-01-06T10:02:00", "Human", "How do I make potato soup?") + "\n");
    }

    @Test
    void whatIsNotAMappingIsRefused() {
        Ended unknown = daily("2025-01-06", "--field=text=body");
        Ended twice = daily("2025-01-06", "--field=message=body", "--field=role=body");
        Ended roles = daily("2025-01-06", "--field=role.user=guest", "--field=role.assistant=Guest");

        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err())
                .startsWith(
                        "Cannot map a field by 'text=body': expected one like message=body, with one of conversation_id, timestamp, user_id, role, message, metadata on the left, or a role like role.user=customer, with one of user, assistant, tool, system behind the dot.");
        assertThat(twice.exitCode()).isEqualTo(2);
        assertThat(twice.err()).startsWith("Cannot map 'body' to two fields. Give it once.");
        assertThat(roles.err()).startsWith("Cannot map 'Guest' to two roles. Give it once.");
        assertThat(folder.resolve("lake")).doesNotExist();
    }

    private Ended daily(String day, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "--input=" + export.root(),
                "--lake=" + folder.resolve("lake"),
                "--keys=" + Commands.keys(folder),
                "--min-users=1",
                "--day=" + day));
        arguments.addAll(Arrays.asList(options));
        return Commands.dailyMetrics(arguments.toArray(String[]::new));
    }
}
