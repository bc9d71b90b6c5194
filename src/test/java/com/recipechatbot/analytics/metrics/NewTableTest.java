package com.recipechatbot.analytics.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a published table needs beside its query, all at once and in the order in which it is best written. The tests that
 * read these files say what is wrong in them.
 */
class NewTableTest {

    private static final int CASES = 2;
    private static final Path MAIN = Path.of("src/main/java/com/recipechatbot/analytics/sample");

    /** Lists of changes and of runs: a run adds their rows, so they are shown and tested elsewhere. */
    private static final Set<MetricTable> LOGS = Set.of(MetricTable.RESTATEMENTS, MetricTable.PIPELINE_RUNS);

    /** Its rows are shown by the week. */
    private static final Set<MetricTable> NOT_ON_THE_DASHBOARD = Set.of(MetricTable.DAILY_RECIPES);

    @Test
    void everyPublishedTableHasAllThatReadersAndTestsNeed() {
        assertThat(MetricTable.published().stream()
                        .filter(table -> !LOGS.contains(table))
                        .flatMap(table -> missing(table).stream()))
                .as("To do for a new table, in this order:")
                .isEmpty();
    }

    private static List<String> missing(MetricTable table) {
        String name = table.tableName();
        String expected = "Expected"
                + Arrays.stream(name.split("_"))
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
        List<String> steps = new ArrayList<>();
        for (String file : List.of("query.sql", "checks.sql")) {
            Path path = Path.of("src/main/resources/metrics", name, file);
            require(Files.exists(path), "write " + path, steps);
        }
        Path cases = Path.of("src/test/resources/metrics", name);
        require(
                folders(cases) >= CASES,
                "write %d cases below %s; run them with mvn -o -q -Dquick test -Dtest=MetricCasesTest -Dcase=%s/"
                        .formatted(CASES, cases, name),
                steps);
        Path oracle = MAIN.resolve(expected + ".java");
        require(Files.exists(oracle), "compute the same from what the sample planted, in " + oracle, steps);
        require(contains(MAIN.resolve("Oracle.java"), expected), "name %s in Oracle".formatted(expected), steps);
        require(
                contains(Path.of("src/site/markdown/privacy.md"), "| `%s` |".formatted(name)),
                "say in src/site/markdown/privacy.md what it holds about people",
                steps);
        require(
                NOT_ON_THE_DASHBOARD.contains(table) || contains(Path.of("emr/quicksight/dashboard.json"), name),
                "draw it in emr/quicksight/dashboard.json",
                steps);
        require(
                contains(Path.of("src/site/markdown/tables.md"), name)
                        && contains(Path.of("emr/athena/tables.sql"), name),
                "run jobs/regenerate",
                steps);
        return steps.stream().map(step -> name + ": " + step).toList();
    }

    private static void require(boolean isDone, String step, List<String> steps) {
        if (!isDone) {
            steps.add(step);
        }
    }

    private static long folders(Path path) {
        if (!Files.isDirectory(path)) {
            return 0;
        }
        try (Stream<Path> folders = Files.list(path)) {
            return folders.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
