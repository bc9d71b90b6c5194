package com.recipechatbot.analytics.lake;

import com.recipechatbot.analytics.tables.TableContract;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Protocol;

/** Keeps tables in the oldest Delta format, which every reader knows: Athena promises reader version 1 only. */
final class TableFormat {

    private TableFormat() {}

    /** @throws IllegalStateException when the committed snapshot asks more of its readers than version 1 */
    static void requireReadableByAthena(Snapshot snapshot, TableContract table) {
        Protocol protocol = snapshot.protocol();
        if (protocol.minReaderVersion() != 1) {
            throw new IllegalStateException(
                    "Cannot publish %s: its Delta reader version is %d, Athena reads 1 (%s). Remove the session's settings that turn table features on."
                            .formatted(
                                    table.name(),
                                    protocol.minReaderVersion(),
                                    protocol.readerFeatureNames().mkString(", ")));
        }
    }
}
