package com.recipechatbot.analytics.run;

import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake that a version wrote which knew no models gets their column and table with its next run, in place. */
class EarlierLakeTest {

    @TempDir
    private Path folder;

    @Test
    void aLakeWithoutModelsGetsThemWithItsNextRunAndOlderDaysWithABackfill() throws IOException {
        String metadata = "{\"model\": \"gpt-4o\", \"cost\": 0.5}";
        new TestExport(folder.resolve("export"))
                .day(
                        "2025-01-06",
                        message("c1", "2025-01-06T23:50:00", "ann", "user", "How do I make potato soup?"),
                        message("c1", "2025-01-06T23:51:00", "ann", "assistant", "Like this.")
                                .replace("{}", metadata))
                .day(
                        "2025-01-07",
                        message("c1", "2025-01-07T00:01:00", "ann", "assistant", "Ready?")
                                .replace("{}", metadata));
        backfill("2025-01-06");
        assertThat(models()).containsExactly("2025-01-06 0.5", "2025-01-07 0.5");
        forgetModels();

        backfill("2025-01-07");

        // What is known of the 6th says nothing of models until it is read again.
        assertThat(models()).containsExactly("2025-01-07 0.5");
        assertThat(TestLake.at(folder.resolve("lake")).rows(MetricTable.CONVERSATION_PARTS))
                .extracting(part -> part.get("day") + " " + (part.get("models") != null))
                .containsExactlyInAnyOrder("2025-01-06 false", "2025-01-07 true");
        backfill("2025-01-06");
        assertThat(models()).containsExactly("2025-01-06 0.5", "2025-01-07 0.5");
    }

    /** Leaves the lake as the earlier version did. */
    private void forgetModels() throws IOException {
        Path lake = folder.resolve("lake");
        String parts = lake.resolve("restricted/conversation_parts").toString();
        Dataset<Row> rows =
                TestSpark.session().read().format("delta").load(parts).drop("models");
        rows = TestSpark.session().createDataFrame(rows.collectAsList(), rows.schema());
        rows.write()
                .format("delta")
                .mode("overwrite")
                .option("overwriteSchema", "true")
                .partitionBy("source_id")
                .save(parts);
        try (Stream<Path> files = Files.walk(lake.resolve("published/daily_models"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        ObjectMapper json = new ObjectMapper();
        ObjectNode marker = (ObjectNode) json.readTree(lake.resolve("lake.json").toFile());
        List<String> tables = json.convertValue(
                marker.get("tables"), json.getTypeFactory().constructCollectionType(List.class, String.class));
        marker.set(
                "tables",
                json.valueToTree(tables.stream()
                        .filter(table -> !table.equals("daily_models"))
                        .toList()));
        Files.writeString(lake.resolve("lake.json"), marker.toString());
    }

    private List<String> models() {
        return TestLake.at(folder.resolve("lake")).rows(MetricTable.DAILY_MODELS).stream()
                .map(row -> row.get("day") + " " + row.get("cost_usd"))
                .sorted()
                .toList();
    }

    private void backfill(String from) {
        Commands.Ended ended = Commands.backfill(
                "--input=" + folder.resolve("export"),
                "--lake=" + folder.resolve("lake"),
                "--keys=" + Commands.keys(folder),
                "--from=" + from,
                "--to=2025-01-07");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
    }
}
