package com.recipechatbot.analytics.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.ingest.ConversationExport;
import com.recipechatbot.analytics.ingest.FieldMapping;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import com.recipechatbot.analytics.tables.DayRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Canaries in every field of an export, every job over it, and every byte that comes out searched for them. */
class NothingLeaksTest {

    @TempDir
    private static Path folder;

    private static final List<Ended> ENDED = new ArrayList<>();
    private static final JobDescriptions DESCRIPTIONS = new JobDescriptions();

    private static PlantedExport export;
    private static PlantedTableExport tableExport;
    private static RunLogs logs;

    @BeforeAll
    static void runEverything() throws Exception {
        export = new PlantedExport(folder.resolve("export")).write();
        tableExport = new PlantedTableExport(folder.resolve("dynamodb")).write();
        KeyRing.createWithQuarantine(folder.resolve("keys"));
        TestSpark.session();
        logs = RunLogs.at("debug", folder.resolve("logs"));
        Logger logger = LogManager.getLogger("planted");
        canaries()
                .forEach(canary -> logger.debug(
                        "planted {}", canary.value(), new IllegalStateException("planted " + canary.value())));
        SparkContext spark = TestSpark.session().sparkContext();
        spark.addSparkListener(DESCRIPTIONS);
        ENDED.add(backfill("lake"));
        Ended week = Commands.weeklyMetrics("--lake=" + folder.resolve("lake"), "--week=2025-W02");
        assertThat(week.exitCode()).as(week.err()).isZero();
        ENDED.add(week);
        Ended damaged = Commands.dailyMetrics(
                "--input=" + folder.resolve("export"),
                "--lake=" + folder.resolve("lake"),
                "--keys=" + folder.resolve("keys"),
                "--day=" + PlantedExport.DAMAGED_DAY);
        assertThat(damaged.exitCode()).as(damaged.err()).isEqualTo(4);
        ENDED.add(damaged);
        ENDED.add(backfillTableExport());
        spark.listenerBus().waitUntilEmpty();
        spark.removeSparkListener(DESCRIPTIONS);
        logs.close();
        for (MetricTable table : MetricTable.values()) {
            DeltaLog log = DeltaLog.forTable(
                    TestSpark.session(),
                    folder.resolve("lake/" + table.contract().location()).toString());
            Snapshot newest = log.update(false, scala.Option.empty(), scala.Option.empty());
            if (newest.version() >= 0) { // written at all
                log.checkpoint(newest, scala.Option.empty());
            }
        }
    }

    @AfterAll
    static void logAsBefore() {
        logs.close();
    }

    private static Ended backfill(String lake) {
        Ended ended = Commands.backfill(
                "--input=" + folder.resolve("export"),
                "--lake=" + folder.resolve(lake),
                "--keys=" + folder.resolve("keys"),
                "--min-users=1",
                "--from=" + PlantedExport.DAY,
                "--to=" + PlantedExport.DAY);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return ended;
    }

    private static Ended backfillTableExport() {
        Ended ended = Commands.backfill(
                "--input=" + tableExport.prefix(),
                "--lake=" + folder.resolve("lake-of-items"),
                "--keys=" + folder.resolve("keys"),
                "--min-users=1",
                "--from=" + PlantedTableExport.FIRST_DAY,
                "--to=" + PlantedTableExport.LAST_DAY);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return ended;
    }

    /** Those of both exports. */
    private static List<Canary> canaries() {
        List<Canary> canaries = new ArrayList<>(export.canaries());
        canaries.addAll(tableExport.canaries());
        return canaries;
    }

    @Test
    void noCanaryIsFoundInAnythingThatWasWrittenPrintedOrLogged() throws IOException {
        LeakScan scan = new LeakScan(canaries());
        scan.folder(folder.resolve("lake"));
        scan.folder(folder.resolve("lake-of-items"));
        scan.folder(folder.resolve("logs"));
        for (Ended ended : ENDED) {
            scan.text("standard output", ended.out());
            scan.text("standard error", ended.err());
        }
        DESCRIPTIONS.seen().forEach(description -> scan.text("job description", description));

        assertThat(scan.findings().lines()).isEmpty();
        // They did come by.
        assertThat(Files.readAllLines(folder.resolve("logs/run.log")))
                .anyMatch(line -> line.endsWith("planted [EMAIL]"))
                .anyMatch(line -> line.contains("IllegalStateException: planted [PHONE]"));
        assertThat(TestLake.at(folder.resolve("lake-of-items")).rows(MetricTable.PIPELINE_RUNS))
                .singleElement()
                .satisfies(run -> assertThat(run).containsEntry("rows_read", tableExport.lines()));
    }

    @Test
    void everyCanaryIsFoundInTheExportOfItems() throws IOException {
        LeakScan scan = new LeakScan(tableExport.canaries());
        scan.folder(folder.resolve("dynamodb"));

        assertThat(scan.findings().canaries()).containsAll(tableExport.canaries());
    }

    /** In Spark's UI a job is called by what it is for; what Delta says of its part stands behind. */
    @Test
    void everySparkJobSaysWhatItIsFor() {
        assertThat(DESCRIPTIONS.undescribed()).isZero();
        assertThat(DESCRIPTIONS.seen())
                .contains("computing daily_recipes", "checking 1 days", "writing daily_metrics")
                .allMatch(text -> text.matches("(Delta: )*(opening|reading|computing|checking|writing) .*"));
    }

    /** The scan reads the columns of tables, too: what the ingest reads of the same export, written before redaction, is found. */
    @Test
    void everyCanaryIsFoundInTablesThatAreWrittenBeforeRedaction() throws IOException {
        Dataset<Row> records = ConversationExport.open(
                        new org.apache.hadoop.conf.Configuration(),
                        folder.resolve("export").toString(),
                        DayRange.of(LocalDate.parse(PlantedExport.DAY)))
                .records(TestSpark.session(), FieldMapping.NONE);
        records.select("message", "file")
                .write()
                .format("delta")
                .save(folder.resolve("before-redaction").toString());
        LeakScan scan = new LeakScan(export.canaries());
        scan.folder(folder.resolve("before-redaction"));

        List<String> messagesAndFiles = List.of(
                "message PLAIN",
                "message FULL_WIDTH",
                "message beyond the cut PLAIN",
                "name of a file PLAIN",
                "name of a folder FULL_WIDTH");
        assertThat(scan.findings().canaries())
                .containsAll(export.canaries().stream()
                        .filter(canary -> messagesAndFiles.contains(canary.place()))
                        .toList());
    }

    @Test
    void everyCanaryIsFoundInWhatIsWrittenWithoutOurStepsInBetween() throws IOException {
        TestSpark.session()
                .read()
                .format("binaryFile")
                .option("recursiveFileLookup", "true")
                .load(folder.resolve("export").toString())
                .write()
                .format("delta")
                .save(folder.resolve("raw").toString());
        LeakScan scan = new LeakScan(export.canaries());
        scan.folder(folder.resolve("raw"));

        List<Canary> missed = new ArrayList<>(export.canaries());
        missed.removeAll(scan.findings().canaries());
        assertThat(missed).isEmpty();
    }
}
