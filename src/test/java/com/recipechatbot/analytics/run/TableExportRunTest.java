package com.recipechatbot.analytics.run;

import static com.recipechatbot.analytics.TableExportFolder.change;
import static com.recipechatbot.analytics.TableExportFolder.item;
import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.TableExportFolder;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.command.RootCommand;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of DynamoDB through the whole job: what a later one changes or withdraws of an earlier one. */
class TableExportRunTest {

    private static final String SOUP =
            message("c1", "2025-01-06T10:00:00", "ann", "user", "How do I make potato soup?");
    private static final String SOUP_ANSWER =
            message("c1", "2025-01-06T10:00:05", "ann", "assistant", "Here is a recipe for potato soup:");
    private static final String CURRY =
            message("c2", "2025-01-06T12:00:00", "bob", "user", "How do I make lentil curry?");
    private static final String OLD =
            with(message("c3", "2025-01-06T13:00:00", "cid", "user", "Hi"), "\"ttl\":1736258400");
    private static final String TUESDAY = message("c4", "2025-01-07T09:00:00", "dee", "user", "Hello");
    private static final String WEDNESDAY = message("c5", "2025-01-08T09:00:00", "dee", "user", "Thanks!");

    @TempDir
    private Path folder;

    @Test
    void aLaterExportChangesAndWithdrawsWhatAnEarlierOneBrought() {
        TableExportFolder exports = new TableExportFolder(folder);
        Path full = exports.full(
                "0170-full",
                "2025-01-08T00:00:00Z",
                List.of(
                        List.of(item(SOUP), item(SOUP_ANSWER), "{\"Item\":{\"conversation_id\":\"c9\"}}"),
                        List.of(item(CURRY), item(OLD), item(TUESDAY))));
        Path increment = exports.incremental(
                "0180-increment",
                "2025-01-08T00:00:00Z",
                "2025-01-09T00:00:00Z",
                List.of(List.of(
                        change("2025-01-08T08:00:00Z", with(SOUP_ANSWER, "\"metadata\":{\"rating\":5}"), SOUP_ANSWER),
                        change("2025-01-08T08:10:00Z", null, CURRY),
                        change("2025-01-08T08:20:00Z", null, OLD),
                        change("2025-01-08T09:00:01Z", WEDNESDAY, null))));

        run(full, "2025-01-06", "2025-01-07");
        assertThat(monday()).containsEntry("conversations", 3L).containsEntry("satisfaction_coverage", 0.0);
        assertThat(runs())
                .last()
                .satisfies(run -> assertThat(run).containsEntry("rows_read", 6L).containsEntry("rows_rejected", 1L));

        // The increment alone: what it changes lies in the export beside it.
        String said = run(increment, "2025-01-08", "2025-01-08");
        assertThat(said)
                .contains("10 records read = 4 loaded + 0 duplicate + 1 rejected + 5 excluded")
                .contains("excluded: 1 deleted, 1 other_day, 2 superseded, 1 ttl_deleted");
        // Curry was withdrawn; the old greeting is gone from the database only; soup has a rating.
        assertThat(monday())
                .containsEntry("conversations", 2L)
                .containsEntry("active_users", 2L)
                .containsEntry("is_complete", true)
                .containsEntry("revision", 2);
        assertThat((Double) monday().get("satisfaction_coverage")).isPositive();
        assertThat(lake().rows(MetricTable.DAILY_METRICS))
                .extracting(day -> day.get("day"), day -> day.get("revision"))
                .contains(tuple(LocalDate.parse("2025-01-07"), 1), tuple(LocalDate.parse("2025-01-08"), 1));
        assertThat(lake().rows(MetricTable.RESTATEMENTS))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).containsEntry("why", "withdrawn"));
        Map<String, Object> once = content();

        // Both again, at once.
        run(exports.prefix(), "2025-01-06", "2025-01-08");
        assertThat(content()).isEqualTo(once);

        replayMovesWhatPasses();
        Map<String, Object> replayed = contentOfAnySource();
        aReplayThatWasKilledIsFinishedByTheNext();
        assertThat(contentOfAnySource()).isEqualTo(replayed);
        aReplayOfNothingWritesNoDay();
    }

    /** As after an update of the parser: the record that is kept sealed can be read now. */
    private void replayMovesWhatPasses() {
        Pseudonyms pseudonyms = new Pseudonyms(KeyRing.read(keys()));
        Map<String, Object> rejected = lake().rows(MetricTable.REJECTED_RECORDS).get(0);
        byte[] kept = pseudonyms
                .quarantine()
                .seal(
                        message("c9", "2025-01-07T10:00:00", "eve", "user", "Hello")
                                .getBytes(StandardCharsets.UTF_8),
                        (String) rejected.get("record_key"));
        rejected(read("rejected_records").withColumn("sealed_record", functions.lit(kept)));

        assertThat(replay()).contains("1 records read = 1 loaded + 0 duplicate + 0 rejected + 0 excluded");
        assertThat(lake().rows(MetricTable.REJECTED_RECORDS)).isEmpty();
        // Only what is in the tables, and known to be, leaves: a kill before that loses no record.
        assertThat(lastCommit("restricted/rejected_records"))
                .isAfter(lastCommit("published/daily_metrics"))
                .isAfter(lastCommit("restricted/pipeline_runs"));
        assertThat(lake().rows(MetricTable.DAILY_METRICS))
                .filteredOn(day -> day.get("day").equals(LocalDate.parse("2025-01-07")))
                .singleElement()
                .satisfies(
                        day -> assertThat(day).containsEntry("active_users", 2L).containsEntry("revision", 2));
    }

    /** What a kill leaves: rejected records that are in some of the tables, and no row of the run. */
    private void aReplayThatWasKilledIsFinishedByTheNext() {
        rejected(rejectedBeforeReplay());
        sql("DELETE FROM %s WHERE source_id LIKE 'replay-%%'", "user_activity");
        sql("DELETE FROM %s WHERE job = 'replay'", "pipeline_runs");
        assertThat(replay()).contains("1 records read = 1 loaded + 0 duplicate + 0 rejected + 0 excluded");
        assertThat(lake().rows(MetricTable.REJECTED_RECORDS)).isEmpty();

        // Later on: the run has its row, and only taking the records out is left.
        rejected(rejectedBeforeReplay());
        assertThat(replay()).contains("1 records read = 0 loaded + 1 duplicate + 0 rejected + 0 excluded");
        assertThat(lake().rows(MetricTable.REJECTED_RECORDS)).isEmpty();
    }

    private void aReplayOfNothingWritesNoDay() {
        replay();

        assertThat(runs().stream().max(Comparator.comparing(run -> (Instant) run.get("started_at"))))
                .hasValueSatisfying(run -> assertThat(run)
                        .containsEntry("job", "replay")
                        .containsEntry("rows_read", 0L)
                        .containsEntry("table_versions", List.of()));
    }

    private String replay() {
        Commands.Ended ended = Commands.ended(() -> RootCommand.runToEnd(
                "replay", "--lake=" + folder.resolve("lake"), "--keys=" + keys(), "--min-users=1"));
        assertThat(ended.err().lines())
                .last()
                .asString()
                .startsWith("{\"event\":\"run\",\"Stack\":\"local\",\"Job\":\"replay\",\"exit_code\":0,");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return ended.out();
    }

    /** The newest version that has rows. */
    private Dataset<Row> rejectedBeforeReplay() {
        long version = DeltaLog.forTable(TestSpark.session(), path("rejected_records"))
                .update(false, scala.Option.empty(), scala.Option.empty())
                .version();
        return TestSpark.session()
                .read()
                .format("delta")
                .option("versionAsOf", version - 1)
                .load(path("rejected_records"));
    }

    private void rejected(Dataset<Row> rows) {
        rows.localCheckpoint().write().format("delta").mode("overwrite").save(path("rejected_records"));
    }

    private Instant lastCommit(String table) {
        return TestSpark.session()
                .sql("DESCRIBE HISTORY delta.`%s` LIMIT 1"
                        .formatted(folder.resolve("lake").resolve(table)))
                .first()
                .<Timestamp>getAs("timestamp")
                .toInstant();
    }

    private Dataset<Row> read(String table) {
        return TestSpark.session().read().format("delta").load(path(table));
    }

    private void sql(String statement, String table) {
        TestSpark.session().sql(statement.formatted("delta.`%s`".formatted(path(table))));
    }

    private String path(String table) {
        return folder.resolve("lake")
                .resolve(MetricTable.named(table).orElseThrow().contract().location())
                .toString();
    }

    private String run(Path input, String from, String to) {
        Commands.Ended ended = Commands.backfill(
                "--input=" + input,
                "--lake=" + folder.resolve("lake"),
                "--keys=" + keys(),
                "--min-users=1",
                "--from=" + from,
                "--to=" + to);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return ended.out();
    }

    private Path keys() {
        Path file = folder.resolve("keys");
        if (!Files.exists(file)) {
            KeyRing.createWithQuarantine(file);
        }
        return file;
    }

    private TestLake lake() {
        return TestLake.at(folder.resolve("lake"));
    }

    private Map<String, Object> monday() {
        return lake().rows(MetricTable.DAILY_METRICS).stream()
                .filter(row -> row.get("day").equals(LocalDate.parse("2025-01-06")))
                .findFirst()
                .orElseThrow();
    }

    private List<Map<String, Object>> runs() {
        return new ArrayList<>(lake().rows(MetricTable.PIPELINE_RUNS));
    }

    private Map<String, Object> content() {
        return content(column -> true);
    }

    private Map<String, Object> contentOfAnySource() {
        return content(column -> !column.equals("source_id"));
    }

    private Map<String, Object> content(Predicate<String> columns) {
        Map<String, Object> content = new TreeMap<>();
        Stream.of(MetricTable.values())
                .filter(table ->
                        !MetricTable.replaced(MetricTable.Replaced.NEVER).contains(table))
                .filter(table -> table != MetricTable.MESSAGE_TEXTS && table != MetricTable.REJECTED_RECORDS)
                .forEach(table -> content.put(table.tableName(), lake().rows(table, columns)));
        return content;
    }

    /** The record with another field, in place of its own. */
    private static String with(String record, String field) {
        return record.replace("\"metadata\":{}", field);
    }
}
