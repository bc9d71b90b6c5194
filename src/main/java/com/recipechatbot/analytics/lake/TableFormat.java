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

/** Keeps tables in the oldest Delta format, which every reader knows: Athena only promises reader version 1. */
final class TableFormat {

    static final int READER_VERSION = 1;

    private TableFormat() {}

    /**
     * Checks a session before the first write, because a table's format can never be lowered again.
     *
     * @throws LakeException when the session would create tables that Athena cannot read
     */
    static void requireSafeSettings(SparkSession spark) {
        // This asks Delta itself, so that features that are unknown here are found as well.
        Protocol protocol = Protocol$.MODULE$.forNewTable(spark, Option.apply(newTable()));
        if (protocol.minReaderVersion() != READER_VERSION) {
            throw new LakeException(
                    "Cannot write to the lake: this session creates tables with Delta reader version %d (%s), but Athena reads %d. Remove spark.sql.timestampType and spark.databricks.delta.properties.defaults.* from its settings."
                            .formatted(protocol.minReaderVersion(), features(protocol), READER_VERSION));
        }
    }

    /** A table with a timestamp, whose type depends on the session, and with the session's default table properties. */
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

    /** @throws IllegalStateException when the committed snapshot requires more than reader version 1 */
    static void requireReadableByAthena(Snapshot snapshot, TableContract table) {
        Protocol protocol = snapshot.protocol();
        if (protocol.minReaderVersion() != READER_VERSION) {
            throw new IllegalStateException(
                    "Cannot publish %s: its Delta reader version is %d, but Athena reads %d (%s). Remove the session's settings that enable table features."
                            .formatted(table.name(), protocol.minReaderVersion(), READER_VERSION, features(protocol)));
        }
    }

    private static String features(Protocol protocol) {
        return CollectionConverters.asJava(protocol.readerFeatureNames()).stream()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
