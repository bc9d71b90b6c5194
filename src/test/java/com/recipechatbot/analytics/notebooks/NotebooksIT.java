package com.recipechatbot.analytics.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The notebooks, executed from the first cell to the last with the jar and the lake that jobs/demo creates: part of
 * {@code -Pnotebooks}. Numbers are compared with the lake as Delta Kernel reads it.
 */
class NotebooksIT {

    private static final Path EXECUTED = Path.of("target", "notebooks");
    private static final TestLake LAKE = TestLake.at(Path.of("target", "demo", "lake"));

    /** The executed notebooks are kept, for anyone who wants to look at them. */
    @BeforeAll
    static void execute() throws Exception {
        run(List.of("jobs/demo"), "demo.log");
        // By sockets in a folder: two that look for free TCP ports at once may take the same.
        Path sockets = Files.createTempDirectory("nb");
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (Path file : Notebook.files()) {
                Path socket = sockets.resolve("k" + runs.size());
                runs.add(two.submit(() -> {
                    run(
                            List.of(
                                    "jupyter-nbconvert",
                                    "--to",
                                    "notebook",
                                    "--execute",
                                    "--ExecutePreprocessor.timeout=300",
                                    "--KernelManager.transport=ipc",
                                    "--KernelManager.ip=" + socket,
                                    "--output-dir=" + EXECUTED,
                                    file.toString()),
                            file.getFileName() + ".log");
                    return null;
                }));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            two.shutdownNow();
            FileUtils.deleteDirectory(sockets.toFile());
        }
    }

    static List<Path> notebooks() throws IOException {
        return Notebook.files();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void everyCellRunsWithoutWarnings(Path file) throws IOException {
        assertThat(executed(file.getFileName().toString()).code()).allSatisfy(cell -> {
            assertThat(cell.path("execution_count").asInt()).isPositive();
            assertThat(cell.path("outputs"))
                    .noneMatch(output -> output.path("output_type").asText().equals("error"))
                    .noneMatch(output -> output.path("name").asText().equals("stderr"));
        });
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void everyChartIsDrawn(Path file) throws IOException {
        List<JsonNode> charts = executed(file.getFileName().toString()).code().stream()
                .filter(cell -> Notebook.source(cell).contains("plt.show()"))
                .toList();

        assertThat(charts).isNotEmpty();
        for (JsonNode chart : charts) {
            List<byte[]> pictures = Notebook.pictures(chart);
            assertThat(pictures).as(chart.path("id").asText()).hasSize(1);
            assertThat(share(pictures.get(0)))
                    .as("marks in " + chart.path("id").asText())
                    .isGreaterThan(0.001);
        }
    }

    @Test
    void weeklyUsersMatchTheLake() throws IOException {
        List<Map<String, String>> shown = executed("01-who-uses-it.ipynb").table("each-week-data");

        List<Map<String, Object>> weeks = LAKE.rows(MetricTable.WEEKLY_METRICS);
        assertThat(weeks).hasSize(4);
        for (String column : List.of("active_users", "new_users", "returning_users", "dormant_users")) {
            assertThat(shown.stream()
                            .collect(Collectors.toMap(
                                    row -> row.get("week_start"), row -> Double.valueOf(row.get(column)))))
                    .as(column)
                    .isEqualTo(weeks.stream()
                            .collect(Collectors.toMap(
                                    row -> row.get("week_start").toString(),
                                    row -> row.get(column) == null ? Double.NaN : number(row.get(column)))));
        }
    }

    @Test
    void aDishHasTheConversationsOfItsWeeks() throws IOException {
        Map<String, String> first =
                executed("02-what-they-cook.ipynb").table("dishes-data").get(0);

        assertThat(Double.valueOf(first.get("conversations")))
                .isPositive()
                .isEqualTo(sum(
                        MetricTable.WEEKLY_RECIPES,
                        row -> row.get("recipe_key").equals(first.get("recipe_key")),
                        "conversations"));
    }

    @Test
    void retentionIsUsersOverUsersOfTheCohortsThatAreOldEnough() throws IOException {
        Map<String, String> first =
                executed("04-do-they-come-back.ipynb").table("curve-data").get(0);
        Predicate<Map<String, Object>> isTold = row -> number(row.get("weeks_since")) == 1
                && row.get("users") != null
                && !row.get("is_left_censored").equals(true);

        double users = sum(MetricTable.WEEKLY_RETENTION, isTold, "users");
        double cohorts = sum(MetricTable.WEEKLY_RETENTION, isTold, "cohort_users");
        assertThat(first).containsEntry("weeks_since", "1");
        assertThat(Double.valueOf(first.get("users"))).isPositive().isEqualTo(users);
        assertThat(Double.valueOf(first.get("cohort_users"))).isEqualTo(cohorts);
        // pandas shows six digits
        assertThat(Double.valueOf(first.get("share"))).isEqualTo(users / cohorts, within(1e-6));
    }

    @Test
    void outcomesAreSumsOfDays() throws IOException {
        List<Map<String, String>> weeks = executed("05-does-it-work.ipynb").table("outcomes-data");

        assertThat(weeks.stream()
                        .mapToDouble(row -> Double.parseDouble(row.get("completed")))
                        .sum())
                .isPositive()
                .isEqualTo(sum(
                        MetricTable.DAILY_METRICS, day -> day.get("is_complete").equals(true), "completed"));
    }

    @Test
    void recordsThatWereNotLoadedAreCountedByReason() throws IOException {
        Notebook notebook = executed("06-data-quality.ipynb");

        assertThat(notebook.table("fates-data").stream()
                        .filter(row -> row.get("fate").equals("rejected"))
                        .collect(Collectors.toMap(row -> row.get("reason"), row -> Long.valueOf(row.get("records")))))
                .isNotEmpty()
                .isEqualTo(LAKE.rows(MetricTable.REJECTED_RECORDS).stream()
                        .collect(Collectors.groupingBy(row -> row.get("reason").toString(), Collectors.counting())));
        assertThat(notebook.table("records-data"))
                .singleElement()
                .satisfies(row -> assertThat(Double.valueOf(row.get("rows_read")))
                        .isPositive()
                        .isEqualTo(sum(MetricTable.PIPELINE_RUNS, run -> true, "rows_read")));
    }

    private static Notebook executed(String name) throws IOException {
        return Notebook.read(EXECUTED.resolve(name));
    }

    private static double sum(MetricTable table, Predicate<Map<String, Object>> wanted, String column) {
        return LAKE.rows(table).stream()
                .filter(wanted)
                .mapToDouble(row -> number(row.get(column)))
                .sum();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    /** The share of a picture's pixels that have color: text and lines have less color than the palest mark. */
    private static double share(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        long coloured = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                int rgb = image.getRGB(x, y);
                int red = rgb >> 16 & 255;
                int green = rgb >> 8 & 255;
                int blue = rgb & 255;
                if (Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > 12) {
                    coloured++;
                }
            }
        }
        return (double) coloured / (image.getWidth() * image.getHeight());
    }

    private static void run(List<String> command, String log) throws IOException, InterruptedException {
        Path output = Files.createDirectories(EXECUTED).resolve(log).toAbsolutePath();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("LAKE");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES))
                    .as("%s ends", command)
                    .isTrue();
            assertThat(process.exitValue())
                    .as("exit code of %s, which said:%n%s", command, Files.readString(output))
                    .isZero();
        } finally {
            process.destroy();
        }
    }
}
