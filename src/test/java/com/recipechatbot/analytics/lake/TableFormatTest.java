package com.recipechatbot.analytics.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recipechatbot.analytics.TestSpark;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableFormatTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "spark.sql.timestampType, TIMESTAMP_NTZ, 'reader version 3 (timestampNtz)'",
        "spark.databricks.delta.properties.defaults.enableDeletionVectors, true, 'reader version 3 (deletionVectors)'",
        "spark.databricks.delta.properties.defaults.columnMapping.mode, name, 'reader version 2 ()'",
        "spark.databricks.delta.properties.defaults.checkpointPolicy, v2, 'reader version 3 (v2Checkpoint)'",
        "spark.databricks.delta.properties.defaults.feature.vacuumProtocolCheck, supported, 'reader version 3 (vacuumProtocolCheck)'"
    })
    void aSettingThatRaisesTheReaderVersionIsRefusedBeforeTheFirstWrite(String setting, String value, String cause) {
        SparkSession spark = TestSpark.session();
        Optional<String> before =
                Optional.ofNullable(spark.conf().getOption(setting).getOrElse(() -> null));
        spark.conf().set(setting, value);
        try {
            assertThatThrownBy(this::takeTheLake)
                    .isInstanceOf(LakeException.class)
                    .hasMessage(
                            "Cannot write to the lake: this session creates tables with Delta %s, but Athena reads 1. Remove spark.sql.timestampType and spark.databricks.delta.properties.defaults.* from its settings."
                                    .formatted(cause));
            assertThat(folder.resolve("lake")).doesNotExist();
            // What would have happened.
            String table = folder.resolve("table").toString();
            spark.sql("SELECT TIMESTAMP '2025-01-06 10:00:00' AS at")
                    .write()
                    .format("delta")
                    .save(table);
            assertThat(DeltaLog.forTable(spark, table)
                            .unsafeVolatileSnapshot()
                            .protocol()
                            .minReaderVersion())
                    .isGreaterThan(1);
        } finally {
            before.ifPresentOrElse(
                    old -> spark.conf().set(setting, old), () -> spark.conf().unset(setting));
        }
    }

    /** Somebody else has raised it: the session's own settings are still right. */
    @Test
    void aTableThatRequiresMoreOfItsReadersIsReported() {
        Lake lake = Lake.open(TestSpark.session(), folder.resolve("lake").toString(), Optional.empty());
        Dataset<Row> rows = TestSpark.session().sql("SELECT 'pan' AS thing");
        lake.append(Things.TABLE, rows);
        TestSpark.session()
                .sql("ALTER TABLE delta.`%s` SET TBLPROPERTIES ('delta.enableDeletionVectors' = 'true')"
                        .formatted(folder.resolve("lake").resolve(Things.TABLE.location())));

        assertThatThrownBy(() -> lake.append(Things.TABLE, rows))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Cannot publish things: its Delta reader version is 3, but Athena reads 1 (deletionVectors). Remove the session's settings that enable table features.");
    }

    private void takeTheLake() {
        Lake.open(TestSpark.session(), folder.resolve("lake").toString(), Optional.empty())
                .lease("backfill", "r1", InstantSource.system())
                .close();
    }
}
