package com.recipechatbot.analytics.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.command.GenerateCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class GenerateCommandTest {

    private static final int WRONG_USAGE = 2;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void it_says_what_it_wrote_and_what_to_run_next() throws IOException {
        Path output = folder.resolve("new");
        assertThat(run("--days", "2", "--conversations-per-day", "3", "--output", output.toString()))
                .isZero();

        long lines = 0;
        for (Path file : ExportedRecord.files(output.resolve("conversations"))) {
            lines += Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .count();
        }
        assertThat(out.toString()).isEqualTo("""
                Wrote %d records of 2 days to DIR/conversations
                and the counts to expect to DIR/expected.json. Next:
                  jobs/run keys create --keys DIR/keys
                  jobs/run backfill --input DIR/conversations --lake DIR/lake --keys DIR/keys --min-users 1 --from 2025-01-06 --to 2025-01-07
                """.formatted(lines).replace("DIR", output.toString()));
    }

    @Test
    void it_does_not_write_over_anything() throws IOException {
        Files.createFile(folder.resolve("precious"));
        assertThat(run("--output", folder.toString())).isEqualTo(WRONG_USAGE);
        assertThat(err.toString().lines())
                .first()
                .isEqualTo("Cannot write a sample to " + folder + ": it is not an empty folder. Name a new one.");
        assertThat(folder).isDirectoryContaining("glob:**/precious");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --days=0                  | Cannot generate a sample of 0 days: --days must be from 1 to 400. Change the option.
            --days=401                | Cannot generate a sample of 401 days: --days must be from 1 to 400. Change the option.
            --conversations-per-day=0 | Cannot generate a sample of 0 conversations a day: --conversations-per-day must be from 1 to 100000. Change the option.
            --from=2039-12-31         | Cannot generate a sample of days from 2039-12-31 to 2040-01-27: all days must lie in the years 2020 to 2039. Change the option.
            --from=2025-02-30         | Cannot read '2025-02-30' as a day: expected a date of the calendar like 2025-01-15.
            """)
    void it_refuses_options_of_which_no_sample_can_be_made(String option, String message) {
        assertThat(run(option, "--output", folder.toString())).isEqualTo(WRONG_USAGE);
        assertThat(err.toString().lines()).first().isEqualTo(message);
        assertThat(folder).isEmptyDirectory();
    }

    private int run(String... arguments) {
        return new CommandLine(new GenerateCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
