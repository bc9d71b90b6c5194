package com.recipechatbot.analytics.lake;

import com.recipechatbot.analytics.tables.TableContract;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaConfigs$;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Format;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.delta.actions.Protocol;
import org.apache.spark.sql.delta.actions.Protocol$;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/** Keeps tables in the oldest Delta format, which every reader knows: Athena promises reader version 1 only. */
final class TableFormat {

    private static final int READER_VERSION = 1;
    private static final String FAST_LIST = "delta.enableFastS3AListFrom";

    private TableFormat() {}

    /**
     * To be asked before the first write, because a table never goes back.
     *
     * @throws LakeException when the session would make tables that Athena cannot read, or lose their logs
     */
    static void requireSafeSettings(SparkSession spark) {
        // Delta itself is asked, so that a feature that nobody here has heard of is found as well.
        Protocol protocol = Protocol$.MODULE$.forNewTable(spark, Option.apply(newTable()));
        if (protocol.minReaderVersion() != READER_VERSION) {
            throw new LakeException(
                    "Cannot write to the lake: this session makes tables of Delta reader version %d (%s), Athena reads %d. Remove spark.sql.timestampType and spark.databricks.delta.properties.defaults.* from its settings."
                            .formatted(protocol.minReaderVersion(), features(protocol), READER_VERSION));
        }
        if (isSet(spark, FAST_LIST)) {
            throw new LakeException(
                    "Cannot write to the lake: with %s a VACUUM deletes the log of the table. Remove it from the session's settings."
                            .formatted(FAST_LIST));
        }
    }

    /** A table with a time, whose type the session chooses, and the properties that the session gives to every new one. */
    private static Metadata newTable() {
        return new Metadata(
                "new",
                null,
                null,
                new Format("parquet", Map$.MODULE$.empty()),
                StructType.fromDDL("at TIMESTAMP").json(),
                CollectionConverters.asScala(List.<String>of()).toSeq(),
                DeltaConfigs$.MODULE$.mergeGlobalConfigs(SQLConf.get(), Map$.MODULE$.empty(), Option.empty()),
                Option.empty());
    }

    /** Delta takes its settings from Hadoop's, and these also from the session's own. */
    private static boolean isSet(SparkSession spark, String setting) {
        return spark.sparkContext().hadoopConfiguration().getBoolean(setting, false)
                || Boolean.parseBoolean(spark.conf().get(setting, "false"));
    }

    /** @throws IllegalStateException when the committed snapshot asks more of its readers than version 1 */
    static void requireReadableByAthena(Snapshot snapshot, TableContract table) {
        Protocol protocol = snapshot.protocol();
        if (protocol.minReaderVersion() != READER_VERSION) {
            throw new IllegalStateException(
                    "Cannot publish %s: its Delta reader version is %d, Athena reads %d (%s). Remove the session's settings that turn table features on."
                            .formatted(table.name(), protocol.minReaderVersion(), READER_VERSION, features(protocol)));
        }
    }

    private static String features(Protocol protocol) {
        return CollectionConverters.asJava(protocol.readerFeatureNames()).stream()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
