package com.recipechatbot.analytics.run;

import static com.recipechatbot.analytics.TableExportFolder.change;
import static com.recipechatbot.analytics.TableExportFolder.item;
import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Mutations;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.ingest.ReadBack;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.tables.DayRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand broken files in one folder and one run. Takes minutes: mvn -Dquick test -Dtest=FuzzRunTest -Dfuzz=true */
@EnabledIfSystemProperty(named = "fuzz", matches = "true")
class FuzzRunTest {

    private static final int FILES = 10_000;
    private static final List<String> LAYOUTS = List.of(
            "%s\n%s\n",
            "%s%s",
            "%s,\n%s",
            "[%s,%s]",
            "{\"Items\":[%s,%s],\"Count\":2}",
            "{\"Records\":[{\"detail\":%s}]}\n%s",
            "\uFEFF%s\n\uFEFF%s",
            "[%s]\n[%s]",
            "[\n  %s,\n  %s\n]\n",
            "{\"Records\":[{\"body\":%s},{\"detail\":%s}]}",
            "%s\\n%s");

    @TempDir
    private Path folder;

    @Test
    void everyRecordIsLoadedDuplicateRejectedOrExcluded() throws IOException {
        Mutations mutations = new Mutations(3);
        Path input = Files.createDirectories(folder.resolve("input"));
        for (int i = 0; i < FILES; i++) {
            String plain = message("c" + i, "2025-01-06T10:00:00", "user" + i % 50, "user", "How do I make soup?");
            String shape = switch (i % 6) {
                case 0 -> plain;
                case 1 -> item(plain);
                case 2 -> change("2025-01-06T10:00:01Z", plain, null);
                case 3 ->
                    item(plain).substring("{\"Item\":".length(), item(plain).length() - 1);
                case 4 -> "{\"before\":null,\"after\":%s,\"op\":\"u\",\"ts_ms\":1736157601000}".formatted(plain);
                default -> change("2025-01-06T10:00:01Z", null, plain);
            };
            String layout = LAYOUTS.get(i / 6 % LAYOUTS.size());
            boolean isCarried = i % 7 == 0;
            byte[] file = mutations.of(
                    isCarried
                            ? "{\"Records\":[{\"body\":%s}]}\n%s"
                                    .formatted(Mutations.carried(shape, 1 + i / 7 % 3), plain)
                            : layout.formatted(shape, plain));
            Files.write(input.resolve("part-%05d.jsonl".formatted(i)), i % 5 == 0 ? Mutations.gzip(file) : file);
        }
        // FuzzTest shows that reading leaves nothing out.
        long records = ReadBack.messages(
                        new Configuration(), input.toString(), DayRange.of(LocalDate.parse("2025-01-06")))
                .size();

        Commands.Ended ended = Commands.backfill(
                "--input=" + input,
                "--lake=" + folder.resolve("lake"),
                "--keys=" + Commands.keys(folder),
                "--from=2025-01-06",
                "--to=2025-01-06");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        long read = records;
        TestLake lake = TestLake.at(folder.resolve("lake"));
        int loaded = lake.messages().size();
        int rejected = lake.rows(MetricTable.REJECTED_RECORDS).size();
        assertThat(loaded).isGreaterThan(1_000);
        assertThat(rejected).isGreaterThan(1_000);
        assertThat(lake.rows(MetricTable.PIPELINE_RUNS)).singleElement().satisfies(run -> {
            assertThat(run).containsEntry("rows_read", read);
            assertThat(run).containsEntry("rows_loaded", (long) loaded).containsEntry("rows_rejected", (long) rejected);
            assertThat((long) run.get("rows_duplicate") + (long) run.get("rows_excluded"))
                    .isEqualTo(read - loaded - rejected);
        });
    }
}
