package com.recipechatbot.analytics.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ToolsTest {

    @TempDir
    private Path folder;

    /** The list of jobs and tools shows the first line of each. */
    @Test
    void everyCommandIsDescribedInWholeSentences() {
        Map<String, CommandLine> commands = RootCommand.line("--help").getSubcommands();
        assertThat(commands).hasSize(RootCommand.names().size());
        commands.forEach((name, command) -> {
            assertThat(command.getCommandSpec().usageMessage().description()[0])
                    .as(name)
                    .endsWith(".");
            assertThat(command.getCommandName()).isEqualTo(name);
        });
        assertThat(given("", "--help"))
                .contains(
                        "Jobs, on Spark (jobs/run JOB --help):\n  daily-metrics ",
                        "Tools (jobs/run TOOL --help):\n  generate ")
                .contains("\n  redact              Masks personal data");
        assertThat(given("", "show", "--help")).startsWith("Usage: jobs/run show ");
    }

    /** Each has its file, by which jobs/run knows that it runs on Spark. */
    @Test
    void everyJobAndNoToolHasAFile() {
        assertThat(RootCommand.JOBS)
                .allSatisfy(job -> assertThat(Path.of("jobs", job + ".conf")).exists());
        assertThat(RootCommand.TOOLS)
                .allSatisfy(tool -> assertThat(Path.of("jobs", tool + ".conf")).doesNotExist());
    }

    @Test
    void aToolStartsWithoutSpark() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-verbose:class",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "redact")
                .redirectErrorStream(true)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write("write to jane.roe@example.com\n".getBytes(StandardCharsets.UTF_8));
        }
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(printed).contains("write to [EMAIL]\n").doesNotContain("org.apache.spark", "org.apache.hadoop");
    }

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
    void extractKnowsTheTitlesOfALexicon() throws IOException {
        Path lexicon = Files.writeString(folder.resolve("titles"), "# ours\n\nMidnight Express\n");

        assertThat(given("we loved the midnight express\n", "extract")).isEqualTo("\n");
        assertThat(given("we loved the midnight express\n", "extract", "--lexicon", lexicon.toString()))
                .isEqualTo("midnight express\n");
    }

    @Test
    void keysAreCreatedAndAMonthOfThemShredded() throws IOException {
        Path keys = folder.resolve("keys");

        assertThat(given("", "keys", "create", "--keys", keys.toString(), "--quarantine"))
                .startsWith("keys: " + keys + " (readable by you only)");
        assertThat(keys).content().contains("quarantine = ", "2025-01 = ");
        assertThat(given("", "keys", "shred", "--month", "2025-01", "--keys", keys.toString()))
                .startsWith("shredded: the key of 2025-01 was deleted from " + keys)
                .contains("User ids can no longer be turned into the pseudonyms of that month's days and weeks.");
        assertThat(keys).content().doesNotContain("2025-01 = ").contains("2025-02 = ");
    }

    @Test
    void aMonthThatCannotBeShreddedIsSaid() {
        Path keys = Commands.keys(folder);

        assertThat(run("", "keys", "shred", "--month", "2041-01", "--keys", keys.toString()))
                .isEqualTo(new Ended(
                        2,
                        "",
                        "Cannot shred 2041-01 in %s: the file has no key for that month. Check the month.\n"
                                .formatted(keys)));
        assertThat(run("", "keys", "shred", "--month", "January", "--keys", keys.toString()))
                .isEqualTo(new Ended(2, "", "Cannot read 'January' as a month: expected one like 2025-01.\n"));
        assertThat(run("", "keys", "shred", "--keys", keys.toString()).exitCode())
                .isEqualTo(2);
        assertThat(run("", "keys", "create", "--keys", "secretsmanager:chat").exitCode())
                .isEqualTo(2);
    }

    @Test
    void aLexiconThatCannotServeIsSaid() throws IOException {
        Path missing = folder.resolve("missing");
        Path empty = Files.writeString(folder.resolve("empty"), "# nothing yet\n");
        Path latin = Files.write(folder.resolve("latin"), new byte[] {'C', 'r', (byte) 0xE8, 'm', 'e', '\n'});

        assertThat(run("", "extract", "--lexicon", missing.toString()))
                .isEqualTo(new Ended(
                        2,
                        "",
                        "Cannot read the lexicon %s: there is no such file. Give a file with one title per line.\n"
                                .formatted(missing)));
        assertThat(run("", "extract", "--lexicon", empty.toString()).err())
                .isEqualTo("Cannot use the lexicon %s: the file has no title. Write one title per line.\n"
                        .formatted(empty));
        assertThat(run("", "extract", "--lexicon", latin.toString()).err())
                .isEqualTo("Cannot read the lexicon %s: it is not UTF-8. Save it as UTF-8.\n".formatted(latin));
    }

    @Test
    void categorizeTellsWhatTheTitleTells() {
        assertThat(given("vegan pad thai\n", "categorize")).isEqualTo("main, thai, vegan\n");
        assertThat(given(
                        "{\"id\":1,\"title\":\"vegan pad thai\"}\n{\"id\":2,\"title\":\"Monday\"}\n",
                        "categorize",
                        "--json"))
                .isEqualTo("""
                        {"id":1,"course":"main","cuisine":"thai","diet":["vegan"]}
                        {"id":2,"course":null,"cuisine":null,"diet":[]}
                        """);
    }

    @Test
    void outcomeTellsHowAConversationEnded() {
        String cooked = "{\"id\":1,\"messages\":[{\"role\":\"user\",\"message\":\"I made it yesterday\","
                + "\"metadata\":{\"rating\":4}}]}\n";
        String answered = "{\"id\":2,\"messages\":[{\"role\":\"user\",\"message\":\"Rice?\"},"
                + "{\"role\":\"tool\",\"message\":\"I made it yesterday\"}]}\n";
        String guided = "{\"id\":3,\"messages\":[{\"role\":\"assistant\",\"message\":\"Boil the rice.\"},"
                + "{\"role\":\"user\",\"message\":\"done\"},{\"role\":\"assistant\",\"message\":\"Add the peas.\"},"
                + "{\"role\":\"user\",\"message\":\"ok done\"}]}\n";
        String empty = "{\"id\":4,\"messages\":[]}\n";

        assertThat(given(cooked + answered + guided + empty, "outcome", "--json"))
                .isEqualTo("""
                        {"id":1,"completed":true,"satisfaction":75.0,"outcome":"completed"}
                        {"id":2,"completed":null,"satisfaction":null,"outcome":"unknown"}
                        {"id":3,"completed":false,"satisfaction":50.0,"outcome":"abandoned"}
                        {"id":4,"completed":null,"satisfaction":null,"outcome":"unknown"}
                        """);
        assertThat(run("", "outcome"))
                .isEqualTo(
                        new Ended(
                                2,
                                "",
                                "Cannot find outcomes in plain text: a conversation has several messages. Add --json and give one conversation per line.\n"));
        assertThat(run("{\"id\":5}\n", "outcome", "--json").err())
                .isEqualTo(
                        "Cannot find an outcome: a conversation has no list of messages. Give \"messages\":[{\"role\",\"message\"}].\n");
    }

    @Test
    void comparedExtractorsTellWhatChanges() throws IOException {
        Path before = Files.writeString(folder.resolve("before.jsonl"), """
                {"id":"same","recipe_name":"potato soup"}
                {"id":"changed","recipe_name":"soup of jane.roe@example.com"}
                {"id":"gone","recipe_name":"Thanks"}
                {"id":"new","recipe_name":null}
                """);
        String messages = """
                {"id":"same","role":"user","message":"How do I make potato soup?"}
                {"id":"changed","role":"user","message":"How do I make onion soup?"}
                {"id":"gone","role":"user","message":"Thanks!"}
                {"id":"new","role":"user","message":"recipe for fish tacos"}
                {"id":"unheard","role":"user","message":"recipe for fish tacos"}
                """;

        assertThat(given(messages, "compare-extractors", "--before", before.toString()))
                .isEqualTo("""
                        same\t1
                        changed\t1
                        only before\t1
                        only now\t1
                        not compared, no answer from before\t1
                        changed\tsoup of [EMAIL]\tonion soup
                        gone\tThanks\t
                        new\t\tfish tacos
                        """);
        Path input = Files.writeString(folder.resolve("messages.jsonl"), messages);
        assertThat(given(
                        "", "compare-extractors", "--before", before.toString(), "--input", input.toString(), "--json"))
                .isEqualTo("""
                        {"same":1,"changed":1,"only_before":1,"only_now":1,"not_compared_no_answer_from_before":1}
                        {"id":"changed","before":"soup of [EMAIL]","now":"onion soup"}
                        {"id":"gone","before":"Thanks","now":null}
                        {"id":"new","before":null,"now":"fish tacos"}
                        """);
        assertThat(run(
                                "",
                                "compare-extractors",
                                "--before",
                                folder.resolve("none").toString())
                        .err())
                .isEqualTo("Cannot read %s: there is no such file. Give a readable file of JSON Lines.\n"
                        .formatted(folder.resolve("none")));
    }

    @Test
    void aLineThatIsNoObjectIsSaidWithoutQuotingIt() {
        Ended ended = run("{\"id\":1,\"text\":\"fine\"}\njane.roe@example.com\n", "redact", "--json");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .isEqualTo(
                        "Cannot read line 2: it is not a JSON object. Give one object per line, or omit --json for plain text.\n");
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
                        "Cannot read published/daily_metrics: the lake %s does not have this table yet. First run jobs/run backfill, daily-metrics or, for a weekly table, weekly-metrics.\n"
                                .formatted(folder));
    }

    @Test
    void aTableThatThereNeverIsIsSaid() {
        assertThat(run("", "show", "daily_metric", "--lake", folder.toString()).err())
                .startsWith(
                        "Cannot show daily_metric: there is no such table. Choose one of: conversation_parts, message_texts, ");
    }

    @Test
    void aTableTellsWhatItsColumnsMean() {
        assertThat(given("", "show", "daily_metrics", "--describe", "--format", "csv"))
                .startsWith("column,type,comment\r\nday,DATE,\"The day, in the lake's zone.")
                .contains("\r\nconversations,BIGINT,Conversations that started. Additive.\r\n");
    }

    @Test
    void aNegativeLimitIsWrongUsage() {
        Ended ended = run("", "show", "daily_metrics", "--lake", folder.toString(), "--limit", "-1");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).isEqualTo("Cannot show -1 rows: give --limit 0 or more.\n");
    }

    @Test
    void aNameThatIsNoJobAndNoToolIsSaid() {
        Ended ended = run("", "nosuch");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).startsWith("Cannot run 'nosuch': there is no such job or tool.");
        assertThat(Commands.run("dialy-metrics").err())
                .startsWith("Cannot run 'dialy-metrics': there is no such job or tool. Did you mean daily-metrics?\n");
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

        assertThat(printed(RowFormat.json, columns, rows)).isEqualTo("""
                        {"day":"2025-01-06","name":"Mac, \\"n\\" cheese","share":0.5,"users":3,"at":"2025-01-06T10:00:00Z","dishes":[{"key":"soup"}]}
                        {"day":"2025-01-07","name":null,"share":null,"users":null,"at":null,"dishes":[]}
                        """);
        assertThat(printed(RowFormat.csv, columns, rows))
                .isEqualTo("day,name,share,users,at,dishes\r\n"
                        + "2025-01-06,\"Mac, \"\"n\"\" cheese\",0.5,3,2025-01-06T10:00:00Z,\"[{\"\"key\"\":\"\"soup\"\"}]\"\r\n"
                        + "2025-01-07,,,,,[]\r\n");
        assertThat(printed(RowFormat.table, List.of("day", "share"), List.of(List.of(LocalDate.of(2025, 1, 6), 0.5))))
                .isEqualTo("day         share\n2025-01-06   0.50\n");
    }

    private static String printed(RowFormat format, List<String> columns, List<List<Object>> rows) {
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
            return Commands.run(arguments);
        } finally {
            System.setIn(before);
        }
    }
}
