package com.recipechatbot.analytics.ingest;

import static com.recipechatbot.analytics.TableExportFolder.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recipechatbot.analytics.privacy.keys.KeyRing;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files are rewritten without the records of some users; every other byte stays. */
class ErasableExportTest {

    private static final String DAY = "year=2025/month=01/day=06/";

    @TempDir
    private Path folder;

    private Pseudonyms pseudonyms;

    @BeforeEach
    void aDay() throws IOException {
        KeyRing.create(folder.resolve("keys"));
        pseudonyms = new Pseudonyms(KeyRing.read(folder.resolve("keys")));
        Files.createDirectories(folder.resolve("export/" + DAY));
    }

    /** A and B stand for records of the user, x and y for those of others, / for a line end. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`x/A/y/`, `x/y/`",
                "`A/x/`, `x/`",
                "`x/A`, `x/`",
                "`A/B/`, ``",
                "` /A/ / x`, ` /x`",
                "`[x, A, y]/`, `[x, y]/`",
                "`[A, x]`, `[x]`",
                "`[x,/A/]/`, `[x//]/`",
                "`[A]`, `[]`",
                "`[A, B]`, `[]`",
                "`[x, A, B]/`, `[x ]/`",
                "`[A]/x/`, `[]/x/`",
                "`[x, A]/B/y/`, `[x ]/y/`"
            })
    void theRecordsGoWithWhatPartsThemFromTheirNeighbours(String before, String after) throws IOException {
        Path file = write("a.json", spelled(before));

        Rewriting rewriting = erase();

        assertThat(Files.readString(file)).isEqualTo(spelled(after == null ? "" : after));
        assertThat(rewriting.rewritten.files()).isEqualTo(1);
    }

    @Test
    void aConversationGoesAsAWholeFromAllFilesThatHoldIt() throws IOException {
        String answer = record("c1", null, "assistant");
        Path first = write("a.json", answer + "\n" + record("c2", "bob", "user") + "\n");
        write("b.json", record("c1", "ann", "user") + "\n");

        Rewriting rewriting = erase();

        assertThat(Files.readString(first)).isEqualTo(record("c2", "bob", "user") + "\n");
        assertThat(rewriting.found.conversationKeys()).containsExactly(pseudonyms.conversation("c1"));
        assertThat(rewriting.rewritten).isEqualTo(new ErasableExport.Rewritten(2, 2));
    }

    @Test
    void aFileOfOthersIsNotTouched() throws IOException {
        Path file = write("a.json", record("c2", "bob", "user") + "\n{\"broken\": \"annabel\"\n");
        var before = Files.getLastModifiedTime(file);

        assertThat(erase().rewritten).isEqualTo(ErasableExport.Rewritten.NOTHING);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
    }

    @Test
    void aRewrittenFileMayBeReadByTheSamePeopleAndLeavesNothingBesideIt() throws IOException {
        Path file = write("a.json", record("c1", "ann", "user") + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        erase();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("export/" + DAY)).isDirectoryContaining(path -> path.equals(file));
        try (var files = Files.list(folder.resolve("export/" + DAY))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aPlainFolderOfRecordsIsSearchedWithWhatAnItemWasBefore() throws IOException {
        Path plain = Files.createDirectories(folder.resolve("stream"));
        String ann = record("c1", "ann", "user");
        String other = record("c2", "bob", "user");
        String left = record("c3", null, "user");
        String stay = change("2025-01-06T10:00:01Z", other, other) + "\n";
        Path file = Files.writeString(
                plain.resolve("records.jsonl"),
                change("2025-01-06T10:00:01Z", ann, null)
                        + "\n"
                        + stay
                        + change("2025-01-06T10:00:02Z", left, record("c3", "ann", "user")));

        Rewriting rewriting = erase(plain);

        assertThat(Files.readString(file)).isEqualTo(stay);
        assertThat(rewriting.found.conversationKeys())
                .containsExactlyInAnyOrder(pseudonyms.conversation("c1"), pseudonyms.conversation("c3"));
        assertThat(rewriting.rewritten).isEqualTo(new ErasableExport.Rewritten(1, 2));
    }

    @Test
    void anInputWithoutDaysIsNotReady() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));

        assertThatThrownBy(() ->
                        ErasableExport.open(new Configuration(), empty.toString(), List.of("ann"), FieldMapping.NONE))
                .isInstanceOf(InputNotReadyException.class)
                .hasMessage(
                        "Cannot erase from the input %s: it holds no folder like year=2025/month=01/day=15, no manifest-summary.json and no JSON Lines. Check the path."
                                .formatted(empty));
    }

    @Test
    void aRecordInsideAWrapperGoesAlone() throws IOException {
        String ann = "{\"body\":\"%s\"}".formatted(record("c1", "ann", "user").replace("\"", "\\\""));
        String bob = record("c2", "bob", "user");
        Path file = write(
                "a.json", "{\"Records\": [" + bob + ", " + ann + "]}\n" + bob + record("c1", "ann", "user") + "\n");

        Rewriting rewriting = erase();

        assertThat(file).content().isEqualTo("{\"Records\": [" + bob + " ]}\n" + bob + "\n");
        assertThat(rewriting.rewritten().records()).isEqualTo(2);
    }

    @Test
    void whatIsNotSearchedIsSaid() throws IOException {
        write("a.json.bak", record("c1", "ann", "user"));
        Files.createDirectories(folder.resolve("export/processing-failed"));
        ErasableExport export = ErasableExport.open(
                new Configuration(), folder.resolve("export").toString(), List.of("ann"), FieldMapping.NONE);

        assertThat(export.notes())
                .containsExactly(
                        "left out, because its name, place or content is not that of data: processing-failed/, " + DAY
                                + "*.json.bak");
    }

    @Test
    void aPlaceholderIsErasedByItsLiteral() throws IOException {
        String bob = record("c2", "bob", "user") + "\n";
        Path file = write("a.json", record("c1", "undefined", "user") + "\n" + bob);
        ErasableExport export = ErasableExport.open(
                new Configuration(), folder.resolve("export").toString(), List.of("undefined"), FieldMapping.NONE);

        assertThat(export.find(pseudonyms).conversationKeys()).containsExactly(pseudonyms.conversation("c1"));
        export.rewrite();

        assertThat(file).content().isEqualTo(bob);
    }

    private record Rewriting(ErasableExport.Found found, ErasableExport.Rewritten rewritten) {}

    private Rewriting erase() {
        return erase(folder.resolve("export"));
    }

    private Rewriting erase(Path input) {
        ErasableExport export =
                ErasableExport.open(new Configuration(), input.toString(), List.of("ann"), FieldMapping.NONE);
        return new Rewriting(export.find(pseudonyms), export.rewrite());
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve("export/" + DAY + name), content);
    }

    private static String spelled(String file) {
        StringBuilder spelled = new StringBuilder();
        for (int i = 0; i < file.length(); i++) {
            switch (file.charAt(i)) {
                case 'A' -> spelled.append(record("c1", "ann", "user"));
                case 'B' -> spelled.append("{\"user_id\":\"ann\",\"role\":\"robot\"}");
                case 'x' -> spelled.append(record("c2", "bob", "user"));
                case 'y' -> spelled.append("{\"broken\":[}");
                case '/' -> spelled.append('\n');
                default -> spelled.append(file.charAt(i));
            }
        }
        return spelled.toString();
    }

    private static String record(String conversation, String user, String role) {
        return "{\"conversation_id\":\"%s\",\"timestamp\":\"2025-01-06T10:00:00\",\"user_id\":%s,\"role\":\"%s\"}"
                .formatted(conversation, user == null ? "null" : "\"" + user + "\"", role);
    }
}
