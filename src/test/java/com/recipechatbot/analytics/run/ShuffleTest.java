package com.recipechatbot.analytics.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.command.ExitCode;
import com.recipechatbot.analytics.ingest.ConversationExport;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.tables.DayRange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same records in any order, in any folders and more than once give the same tables. */
class ShuffleTest {

    private static final ShuffledCases HUNDRED = new ShuffledCases(
            Stream.iterate(LocalDate.of(2020, 1, 6), monday -> monday.plusWeeks(8))
                    .limit(102)
                    .toList(),
            ShuffledExport.DAYS);

    /** Each in a month of its own, on the same day of the month. */
    private static final ShuffledCases THREE = new ShuffledCases(
            Stream.of("2020-01-06", "2020-04-06", "2020-07-06", "2021-09-06", "2021-12-06")
                    .map(LocalDate::parse)
                    .toList(),
            7);

    private final SparkSession spark = TestSpark.session().newSession();

    @TempDir
    private Path folder;

    @BeforeEach
    void useSession() {
        spark.conf().set("spark.sql.autoBroadcastJoinThreshold", "-1");
        Session.useZone(spark, ZoneOffset.UTC);
    }

    @Test
    void aHundredShufflesGiveTheTablesOfTheRecordsInOrder() throws IOException {
        HUNDRED.write(folder.resolve("export"), 0);
        MetricCaseTables tables =
                new MetricCaseTables(spark, new Pseudonyms(KeyRing.read(Commands.keys(folder))), ZoneOffset.UTC);
        tables.publishNothing();
        DayRange days = new DayRange(HUNDRED.mondays().get(0), HUNDRED.lastDay());
        tables.create(
                ConversationExport.open(
                        new Configuration(), folder.resolve("export").toString(), days),
                2,
                List.of());
        tables.createPeriods();

        assertThat(comparedTables()).allSatisfy(table -> {
            // Weeks do not lie in months alike: these are compared in the lake.
            if (table != MetricTable.MONTHLY_METRICS) {
                assertAlike(HUNDRED, table.tableName(), tables.rows(table.tableName()));
            }
        });
        assertAlike(HUNDRED, "compatibility", tables.rows("compatibility"));
    }

    @Test
    void shufflesGiveTheLakeOfTheRecordsInOrder() throws IOException {
        for (int seed : List.of(1000, 2000)) {
            FileUtils.deleteDirectory(folder.resolve("export").toFile());
            THREE.write(folder.resolve("export"), seed);
            // The second time into the same lake: what the first has written elsewhere has to go.
            backfill();

            String lake = folder.resolve("lake").toString();
            assertThat(comparedTables())
                    .allSatisfy(table -> assertAlike(
                            THREE,
                            table.tableName(),
                            spark.read()
                                    .format("delta")
                                    .load(lake + "/" + table.contract().location())));
            Dataset<Row> files = spark.read()
                    .option("recursiveFileLookup", true)
                    .json(lake + "/aggregated")
                    .selectExpr("CAST(date AS DATE) AS date", "* EXCEPT (date)");
            assertAlike(THREE, "compatibility", files);
        }
    }

    /** Not those whose rows are parts by source, or tell of runs. */
    private static List<MetricTable> comparedTables() {
        return Stream.of(MetricTable.values())
                .filter(table -> table.contract().area().equals("published") || table == MetricTable.CONVERSATIONS)
                .toList();
    }

    private void assertAlike(ShuffledCases cases, String name, Dataset<Row> table) {
        Map<Integer, List<String>> rows = cases.rows(spark, table);
        assertThat(rows).as(name).hasSize(1 + cases.shuffles());
        assertThat(rows.get(0)).as(name).isNotEmpty();
        rows.forEach((shuffle, shuffled) -> assertThat(shuffled)
                .as("%s of shuffle %d", name, shuffle)
                .containsExactlyInAnyOrderElementsOf(rows.get(0)));
    }

    private void backfill() {
        Commands.Ended ended = Commands.backfill(
                "--input=" + folder.resolve("export"),
                "--lake=" + folder.resolve("lake"),
                "--keys=" + Commands.keys(folder),
                "--min-users=2",
                "--tools=web_search,cookware_check",
                "--from=" + THREE.mondays().get(0),
                "--to=" + THREE.lastDay());
        // Between the cases are days without a folder.
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.INPUT_NOT_READY);
    }
}
