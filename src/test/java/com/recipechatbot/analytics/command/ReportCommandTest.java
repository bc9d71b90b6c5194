package com.recipechatbot.analytics.command;

import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.TestExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    @TempDir
    private Path folder;

    @Test
    void aLakeBecomesOnePage() throws IOException {
        new TestExport(folder.resolve("export"))
                .day(
                        "2025-01-13",
                        message("c1", "2025-01-13T10:00:00", "ann", "user", "How do I make potato soup?"),
                        message("c2", "2025-01-13T11:00:00", "bob", "user", "Good morning!"),
                        "{\"broken\": ");
        Ended run = Commands.backfill(
                "--input=" + folder.resolve("export"),
                "--lake=" + folder.resolve("lake"),
                "--keys=" + Commands.keys(folder),
                "--from=2025-01-13",
                "--to=2025-01-13",
                "--min-users=1");
        assertThat(run.exitCode()).as(run.err()).isZero();

        Ended ended = report();

        assertThat(ended.err()).isEmpty();
        assertThat(ended).isEqualTo(new Ended(0, "report: %s\n".formatted(folder.resolve("report.html")), ""));
        String page = Files.readString(folder.resolve("report.html"));
        assertThat(page.substring(page.indexOf("id=\"data\"")))
                .contains("potato soup is first with 1 conversation", "3 records in 1 run; 33 % could not be used");
        report("--published-only");
        assertThat(Files.readString(folder.resolve("report.html")).contains("No run for these weeks is on record"))
                .isTrue();
    }

    @Test
    void whatCannotBeReportedOnOrWrittenIsSaid() throws IOException {
        assertThat(report().err())
                .isEqualTo("Cannot report on %s: there is no lake. Run jobs/run backfill or daily-metrics first.\n"
                        .formatted(folder.resolve("lake")));
        Files.createDirectories(folder.resolve("lake"));
        Files.writeString(folder.resolve("lake/lake.json"), "{\"format\": 5, \"zone\": \"Europe/Rome\"}");
        Files.createDirectories(folder.resolve("report.html"));

        Ended ended = report();

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .startsWith("Cannot write " + folder.resolve("report.html"))
                .endsWith(". Give --output a file in an existing, writable folder.\n");
    }

    @Test
    void aDigestNeedsAPublishedWeekAndAWebAddress() throws IOException {
        Files.createDirectories(folder.resolve("lake"));
        Files.writeString(folder.resolve("lake/lake.json"), "{\"format\": 5, \"zone\": \"Europe/Rome\"}");
        String lake = "--lake=" + folder.resolve("lake");

        assertThat(Commands.run("digest", lake).err())
                .isEqualTo("Cannot write a digest: no complete week is published."
                        + " Run weekly-metrics, or give --week another one (jobs/run show weekly_metrics).\n");
        assertThat(Commands.run("digest", lake, "--week=2025-W03").err())
                .startsWith("Cannot write a digest: week 2025-W03 is not published.");
        assertThat(Commands.run("digest", lake, "--link=javascript:alert(1)").err())
                .isEqualTo("Cannot link to javascript:alert(1): it is not a web address. Give one with https://.\n");
    }

    @Test
    void aLakeWithoutTablesHasAPageThatSaysSo() throws IOException {
        Files.createDirectories(folder.resolve("lake"));
        Files.writeString(folder.resolve("lake/lake.json"), "{\"format\": 5, \"zone\": \"Europe/Rome\"}");

        assertThat(report().exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("report.html"))
                        .contains("\"zone\":\"Europe/Rome\",\"minUsers\":1,\"madeAt\""))
                .isTrue();
    }

    private Ended report(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "report";
        arguments[1] = "--lake=" + folder.resolve("lake");
        arguments[2] = "--output=" + folder.resolve("report.html");
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Commands.run(arguments);
    }
}
