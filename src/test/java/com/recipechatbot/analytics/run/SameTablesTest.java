package com.recipechatbot.analytics.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.metrics.MetricTable.Replaced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four weeks of conversations as day folders and as an export of DynamoDB, with one of the day after: the tables do not
 * tell in which shape and order they came. Takes minutes: mvn -Dquick test -Dtest=SameTablesTest -Dcompare=true
 */
@EnabledIfSystemProperty(named = "compare", matches = "true")
class SameTablesTest {

    private static final Path DATA = Path.of("../shared/data");
    private static final String FROM = "2025-01-06";
    private static final String TO = "2025-02-02";
    private static final String NEXT = "2025-02-03";
    /** Earlier than any day of which the second export changes a message. */
    private static final LocalDate CHANGED_FROM = LocalDate.parse("2025-02-01");

    /** What came in which shape, and what was said about runs. */
    private static final Set<MetricTable> ABOUT_RUNS = EnumSet.of(
            MetricTable.RESTATEMENTS, MetricTable.PIPELINE_RUNS, MetricTable.TOMBSTONES, MetricTable.MESSAGE_TEXTS);

    @TempDir
    private Path folder;

    @Test
    void theTablesDoNotTellInWhichShapeAndOrderTheRecordsCame() throws IOException {
        assumeTrue(Files.isDirectory(DATA), DATA + " is not there: it holds conversations to measure with");
        Path exports = DATA.resolve("dynamodb-export/AWSDynamoDB");
        Path full = exports.resolve("01736700000000-a1b2c3d4");
        Path increment = exports.resolve("01738627500000-5e6f7a8b");
        Predicate<String> ofAnySource = column -> !column.equals("source_id");
        Predicate<String> whenever = column -> !column.equals("revision");

        run("days", dayFolders(), FROM, TO);
        run("full-first", full, FROM, TO);
        Map<MetricTable, List<Map<String, Object>>> before = content("full-first", ofAnySource);
        before.remove(MetricTable.ITEM_WRITES); // day folders tell no writes
        assertThat(TestLake.messages(before.get(MetricTable.CONVERSATION_PARTS)))
                .hasSize(4_598);
        assertSame(before, content("days", ofAnySource));

        run("full-first", increment, NEXT, NEXT);
        Map<MetricTable, List<Map<String, Object>>> after = content("full-first", ofAnySource);
        for (MetricTable table : MetricTable.replaced(Replaced.BY_DAY)) {
            assertThat(earlier(after.get(table))).as(table.tableName()).isEqualTo(earlier(before.get(table)));
        }
        assertThat(earlier(after.get(MetricTable.DAILY_METRICS))).hasSize(26);
        assertThat(after.get(MetricTable.DAILY_METRICS)).isNotEqualTo(before.get(MetricTable.DAILY_METRICS));

        run("increment-first", increment, NEXT, NEXT);
        run("increment-first", full, FROM, TO);
        run("at-once", exports, FROM, NEXT);
        assertSame(content("full-first", whenever), content("at-once", whenever));
        assertSame(content("increment-first", whenever), content("at-once", whenever));
    }

    /** The last folder is done, as the export of the table is: it does not go on to the next day. */
    private Path dayFolders() throws IOException {
        Path copy = folder.resolve("conversations");
        Path original = DATA.resolve("conversations");
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        Files.createFile(copy.resolve("year=2025/month=02/day=02/_SUCCESS"));
        return copy;
    }

    private void run(String lake, Path input, String from, String to) {
        Commands.Ended ended = Commands.backfill(
                "--input=" + input,
                "--lake=" + folder.resolve(lake),
                "--keys=" + Commands.keys(folder),
                "--min-users=1",
                "--from=" + from,
                "--to=" + to);
        assertThat(ended.exitCode()).as(lake + ": " + ended.err()).isZero();
    }

    private Map<MetricTable, List<Map<String, Object>>> content(String lake, Predicate<String> columns) {
        Map<MetricTable, List<Map<String, Object>>> content = new EnumMap<>(MetricTable.class);
        for (MetricTable table : EnumSet.complementOf(EnumSet.copyOf(ABOUT_RUNS))) {
            if (Files.exists(folder.resolve(lake).resolve(table.contract().location()))) {
                content.put(table, TestLake.at(folder.resolve(lake)).rows(table, columns));
            }
        }
        return content;
    }

    private static void assertSame(
            Map<MetricTable, List<Map<String, Object>>> one, Map<MetricTable, List<Map<String, Object>>> other) {
        assertThat(one.keySet()).isEqualTo(other.keySet());
        one.forEach((table, rows) ->
                assertThat(other.get(table)).as(table.tableName()).isEqualTo(rows));
    }

    private static List<Map<String, Object>> earlier(List<Map<String, Object>> rows) {
        return rows.stream()
                .filter(row -> ((LocalDate) row.get("day")).isBefore(CHANGED_FROM))
                .toList();
    }
}
