package com.recipechatbot.analytics.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder below {@code metrics/<table>/} is an export and the rows of the table that follow from the definitions. */
class MetricCasesTest {

    @TempDir
    private static Path keys;

    private static Pseudonyms pseudonyms;

    private static SparkSession spark;

    @TempDir
    private Path folder;

    /** A session of its own, in which a handful of rows is not worth compiling or distributing for. */
    @BeforeAll
    static void openSession() {
        pseudonyms = new Pseudonyms(KeyRing.read(Commands.keys(keys)));
        spark = TestSpark.session().newSession();
        spark.conf().set("spark.sql.shuffle.partitions", "1");
        spark.conf().set("spark.sql.adaptive.enabled", "false");
        spark.conf().set("spark.sql.autoBroadcastJoinThreshold", "-1");
        spark.conf().set("spark.sql.codegen.wholeStage", "false");
        spark.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    }

    /** All cases, or those whose name contains the system property {@code case}. */
    static Stream<MetricCase> cases() {
        String part = System.getProperty("case", "");
        return MetricCase.tables().stream()
                .flatMap(table -> MetricCase.of(table).stream())
                .filter(metricCase -> metricCase.toString().contains(part));
    }

    static Stream<String> tablesWithAQuery() {
        Stream<String> tables = Stream.of(MetricTable.values())
                .map(MetricTable::tableName)
                .filter(table -> MetricTable.class.getResource("/metrics/" + table + "/query.sql") != null);
        return Stream.concat(tables, Stream.of("compatibility", "messages", "sent_hours"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theTableHoldsTheRowsThatWereDerivedByHand(MetricCase metricCase) throws IOException {
        Session.useZone(spark, ZoneId.of(metricCase.zone()));
        MetricCaseTables tables = new MetricCaseTables(spark, pseudonyms, ZoneId.of(metricCase.zone()));
        tables.publishNothing();
        if (!metricCase.earlierMessages().isEmpty()) {
            create(tables, metricCase, metricCase.earlierMessages(), "earlier");
            tables.publishDays();
        }
        create(tables, metricCase, metricCase.messages(), "export");
        if (metricCase.isOfPeriods()) {
            tables.createPeriods();
        }

        List<Row> rows = tables.rows(metricCase.table())
                .selectExpr(metricCase.columns().toArray(String[]::new))
                .collectAsList();

        assertThat(rows.stream().map(RowText::of))
                .as(metricCase.toString())
                .containsExactlyInAnyOrderElementsOf(metricCase.rows());
    }

    @ParameterizedTest
    @MethodSource("tablesWithAQuery")
    void everyQueryHasAtLeastTwoCases(String table) {
        assertThat(MetricCase.of(table)).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void everyCaseBelongsToATable() {
        List<String> known = Stream.concat(
                        tablesWithAQuery(), Stream.of(MetricTable.values()).map(MetricTable::tableName))
                .toList();

        assertThat(MetricCase.tables()).isSubsetOf(known);
    }

    private void create(MetricCaseTables tables, MetricCase metricCase, List<String> records, String name)
            throws IOException {
        tables.create(
                MetricCaseExport.write(metricCase, records, folder.resolve(name)),
                metricCase.minUsers(),
                metricCase.tools());
    }
}
