package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.run.fold.Exclusions;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Who was erased, so that nobody comes back: read by every run, never replaced and never removed. */
public final class Tombstones {

    private Tombstones() {}

    static Set<String> read(Lake lake) {
        if (!lake.exists(MetricTable.TOMBSTONES.contract())) {
            return Set.of();
        }
        return new HashSet<>(lake.read(MetricTable.TOMBSTONES.contract())
                .select("tombstone_key")
                .as(Encoders.STRING())
                .collectAsList());
    }

    /** What a run leaves out: the erased, and users that it was asked to leave out. */
    public static Exclusions exclusions(Lake lake, Pseudonyms pseudonyms, Collection<String> unwantedUsers) {
        return new Exclusions(
                read(lake),
                unwantedUsers.stream().map(pseudonyms::tombstone).collect(Collectors.toCollection(HashSet::new)),
                lake.settings().closedBefore().orElse(null));
    }

    /** Adds those that are not there yet, in one commit. */
    public static void add(
            SparkSession spark, Lake lake, Collection<String> tombstones, Instant erased, String receipt) {
        Set<String> missing = new TreeSet<>(tombstones);
        missing.removeAll(read(lake));
        if (missing.isEmpty()) {
            return;
        }
        List<Row> rows = missing.stream()
                .map(tombstone -> RowFactory.create(tombstone, Timestamp.from(erased), receipt))
                .toList();
        StructType schema = StructType.fromDDL(MetricTable.TOMBSTONES.contract().schemaDdl());
        lake.append(
                MetricTable.TOMBSTONES.contract(),
                spark.createDataFrame(rows, schema).coalesce(1));
    }
}
