package com.recipechatbot.analytics.upkeep;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.transform;

import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.lake.Lease;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import com.recipechatbot.analytics.privacy.keys.KeySource;
import com.recipechatbot.analytics.privacy.keys.Replacements;
import com.recipechatbot.analytics.run.Progress;
import com.recipechatbot.analytics.run.RunReport;
import com.recipechatbot.analytics.run.Session;
import com.recipechatbot.analytics.run.fold.RecordCounts;
import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.tables.TableContract;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Replaces what the keys that do not rotate still recognize in the rows of a month, and closes the month and those before,
 * so that nothing is read again that would bring it back. Killed anywhere and run again, it ends the same.
 */
public final class Shredding {

    private static final String JOB = "keys-shred";
    private static final String CONVERSATION = "conversation_key";

    static final List<String> PSEUDONYMS =
            List.of(CONVERSATION, "user_week_key", "activity_key", "feature_key", "record_key");
    static final List<String> HASHES = List.of("message_key", "image_key");

    private final SparkSession spark;
    private final Lake lake;
    private final YearMonth month;
    private final UserDefinedFunction ofText;
    private final UserDefinedFunction ofNumber;

    private Shredding(SparkSession spark, Lake lake, YearMonth month, Replacements replacements) {
        this.spark = spark;
        this.lake = lake;
        this.month = month;
        UDF1<String, String> text = replacements::of;
        UDF1<Long, Long> number = replacements::of;
        this.ofText = functions.udf(text, DataTypes.StringType);
        this.ofNumber = functions.udf(number, DataTypes.LongType);
    }

    /**
     * Shreds the month in the lake, then its key.
     *
     * @return rows changed, by table
     */
    public static Map<String, Long> run(String location, KeySource keys, YearMonth month, InstantSource clock) {
        KeyRing ring = keys.read();
        SparkSession spark = Session.open(JOB);
        Lake lake = Lake.existing(spark, location);
        lake.settings().keys().requireKnown(ring.fingerprints(), keys.place(), location);
        Session.useZone(spark, lake.zone());
        Map<String, Long> changed = new Shredding(spark, lake, month, new Replacements(ring, month)).replace(clock);
        // Last, because the replacements are made with it: until then the command can be run again.
        if (!ring.shreddedMonths().contains(month)) {
            KeyRing.shred(keys.place(), month);
        }
        return changed;
    }

    private Map<String, Long> replace(InstantSource clock) {
        Progress progress = Progress.onStandardError(clock);
        String id = UUID.randomUUID().toString();
        Map<String, Long> changed = new LinkedHashMap<>();
        try (Lease lease = lake.lease(JOB, id, clock)) {
            lake.settings().shredBefore(month.plusMonths(1).atDay(1));
            Dataset<Row> conversations = conversations();
            for (MetricTable table : PersonalRows.tables()) {
                progress.step("replacing pseudonyms of %s in %s".formatted(month, table.tableName()));
                TableContract contract = table.contract();
                long rows = contract.has(CONVERSATION)
                        ? lake.update(contract, CONVERSATION, conversations, replaced(contract))
                        : lake.update(contract, isOfMonth(contract), replaced(contract));
                changed.put(table.tableName(), rows);
                lease.renew();
            }
            RunReport.Run run =
                    new RunReport.Run(id, JOB, new DayRange(month.atDay(1), month.atEndOfMonth()), progress.start());
            new RunReport(run, RecordCounts.NONE, List.of(), List.of(), new TreeSet<>(), List.of())
                    .record(spark, lake, clock.instant());
            for (MetricTable table : PersonalRows.tables()) {
                progress.step("removing earlier versions of " + table.tableName());
                lake.forgetHistory(table.contract());
                lease.renew();
            }
        }
        return changed;
    }

    /** The conversations that have a row in the month, with all their rows: replacing half of one would turn it into two conversations. */
    private Dataset<Row> conversations() {
        Dataset<Row> keys = spark.emptyDataset(Encoders.STRING()).toDF("key");
        for (MetricTable table : PersonalRows.tables()) {
            if (table.contract().has(CONVERSATION)) {
                keys = keys.union(lake.read(table.contract())
                        .where(isOfMonth(table.contract()))
                        .select(CONVERSATION));
            }
        }
        // Now, before the rows change.
        return keys.where(functions.not(col("key").startsWith(Replacements.PREFIX)))
                .distinct()
                .localCheckpoint();
    }

    private Column isOfMonth(TableContract table) {
        Column day = table.has("day")
                ? col("day")
                : table.has("sent_at")
                        ? functions.to_date(col("sent_at"))
                        // A rejected record has no time that can be trusted: its source names the day.
                        : functions.expr(
                                "try_cast(regexp_extract(source_id, '[0-9]{4}-[0-9]{2}-[0-9]{2}', 0) AS DATE)");
        return day.between(lit(month.atDay(1)), lit(month.atEndOfMonth()));
    }

    private Map<String, Column> replaced(TableContract table) {
        Map<String, Column> values = new LinkedHashMap<>();
        PSEUDONYMS.stream().filter(table::has).forEach(column -> values.put(column, ofText.apply(col(column))));
        HASHES.stream().filter(table::has).forEach(column -> values.put(column, ofNumber.apply(col(column))));
        if (table.has("turns")) {
            values.put(
                    "turns",
                    transform(
                            col("turns"),
                            turn -> turn.withField("message_key", ofNumber.apply(turn.getField("message_key")))
                                    .withField("signature", ofNumber.apply(turn.getField("signature")))));
        }
        return values;
    }
}
