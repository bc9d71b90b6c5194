package com.recipechatbot.analytics.upkeep;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.to_date;

import com.recipechatbot.analytics.extraction.Feature;
import com.recipechatbot.analytics.ingest.UserMentions;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.privacy.keys.UserPseudonyms;
import com.recipechatbot.analytics.run.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * The rows of the working tables about some users or about a conversation that names one, in every table that
 * has one of the columns below. A table of later days needs no line here as long as it calls its keys the same.
 */
final class PersonalRows {

    private static final String CONVERSATION = "conversation_key";
    private static final String RECORD = "record_key";

    /** The columns by which rows are found; a table that has a conversation's key is left by whole conversations. */
    static final List<String> COLUMNS = List.of(
            CONVERSATION,
            UserPseudonyms.DAY_KEY,
            UserPseudonyms.WEEK_KEY,
            UserPseudonyms.ACTIVITY_KEY,
            UserPseudonyms.FEATURE_KEY,
            RECORD);

    private final SparkSession spark;
    private final Lake lake;
    private final SortedSet<LocalDate> daysOfLake;
    private final Map<String, Dataset<Row>> keys = new LinkedHashMap<>();
    private final Set<String> tombstones = new TreeSet<>();
    private long sealedNotSearched;

    private PersonalRows(SparkSession spark, Lake lake) {
        this.spark = spark;
        this.lake = lake;
        this.daysOfLake = daysOfLake();
    }

    /**
     * Looks the users up.
     *
     * @param conversationKeys conversations that are known to name them from elsewhere
     * @param recordKeys rejected records that are known to hold their ids
     */
    static PersonalRows find(
            SparkSession spark,
            Lake lake,
            Pseudonyms pseudonyms,
            Collection<String> users,
            Collection<String> conversationKeys,
            Collection<String> recordKeys) {
        PersonalRows rows = new PersonalRows(spark, lake);
        Map<String, Set<String>> ofUsers = UserPseudonyms.of(users, pseudonyms, Feature.columns(), rows.daysOfLake);
        Set<String> conversations = new TreeSet<>(conversationKeys);
        Dataset<Row> dayKeys = rows.keys(ofUsers.get(UserPseudonyms.DAY_KEY));
        conversations.addAll(rows.naming(dayKeys, UserPseudonyms.DAY_KEY, CONVERSATION));
        conversations.addAll(rows.naming(
                MetricTable.CONVERSATION_PARTS,
                dayKeys,
                functions.explode(col(UserPseudonyms.DAY_KEYS)),
                CONVERSATION));
        Set<String> records = new TreeSet<>(recordKeys);
        records.addAll(rows.sealedRecords(pseudonyms, users));

        for (String column : COLUMNS) {
            Collection<String> found = switch (column) {
                case CONVERSATION -> conversations;
                case RECORD -> records;
                default -> ofUsers.get(column);
            };
            rows.keys.put(column, rows.keys(found));
        }
        rows.tombstones.addAll(ofUsers.get(UserPseudonyms.TOMBSTONE_KEY));
        conversations.forEach(key -> rows.tombstones.add(pseudonyms.tombstoneOf(key)));
        records.forEach(key -> rows.tombstones.add(pseudonyms.tombstoneOf(key)));
        return rows;
    }

    /** Keeps all that was found from coming back: of the users, their conversations and their rejected records. */
    Set<String> tombstones() {
        return tombstones;
    }

    /** Every day whose pseudonyms were looked for. */
    SortedSet<LocalDate> daysSearched() {
        return daysOfLake;
    }

    /** The days that have a row of the users or of their conversations. */
    SortedSet<LocalDate> days() {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (MetricTable table : tables()) {
            for (String column : columns(table)) {
                if (hasDays(table)) {
                    days.addAll(Days.of(rows(table, column).select(day(table))));
                }
            }
        }
        return days;
    }

    /** The tables that may have such rows, {@code conversation_parts} last: it shows what is left to do after a kill. */
    static List<MetricTable> tables() {
        List<MetricTable> tables = new ArrayList<>(Arrays.stream(MetricTable.values())
                .filter(table ->
                        !table.contract().isPublished() && !columns(table).isEmpty())
                .toList());
        tables.remove(MetricTable.CONVERSATION_PARTS);
        tables.add(MetricTable.CONVERSATION_PARTS);
        return tables;
    }

    /** The rejected records that are kept, encrypted, and hold one of the ids. */
    private Collection<String> sealedRecords(Pseudonyms pseudonyms, Collection<String> users) {
        List<String> ids = List.copyOf(users);
        UDF2<byte[], String, Boolean> names = (locked, recordKey) -> pseudonyms
                .quarantine()
                .tryToOpen(locked, recordKey)
                .map(new UserMentions(ids)::in)
                .orElse(null);
        List<Row> found = read(MetricTable.REJECTED_RECORDS)
                .where(col("sealed_record").isNotNull())
                .select(
                        col(RECORD),
                        functions
                                .udf(names, DataTypes.BooleanType)
                                .apply(col("sealed_record"), col(RECORD))
                                .as("names"))
                .where("coalesce(names, true)")
                .collectAsList();
        sealedNotSearched = found.stream().filter(row -> row.isNullAt(1)).count();
        return found.stream()
                .filter(row -> !row.isNullAt(1))
                .map(row -> row.getString(0))
                .collect(Collectors.toSet());
    }

    /** How many rejected records are kept under another key, or without one that is given. */
    long sealedNotSearched() {
        return sealedNotSearched;
    }

    /**
     * How many rejected records are not kept, so that nobody can tell whose they are.
     *
     * @param searched keys of those that were found elsewhere
     */
    long notKept(Collection<String> searched) {
        return read(MetricTable.REJECTED_RECORDS)
                .where("sealed_record IS NULL")
                .join(keys(searched), col(RECORD).equalTo(col("key")), "left_anti")
                .count();
    }

    /** The rows of {@code conversation_parts} that are not about them. */
    Dataset<Row> partsThatStay() {
        Dataset<Row> parts = read(MetricTable.CONVERSATION_PARTS);
        return parts.join(keys.get(CONVERSATION), parts.col(CONVERSATION).equalTo(col("key")), "left_anti");
    }

    /** Deletes the rows of a table and returns how many. */
    long deleteFrom(MetricTable table) {
        long count = 0;
        for (String column : columns(table)) {
            count += lake.delete(table.contract(), column, keys.get(column));
        }
        return count;
    }

    private static List<String> columns(MetricTable table) {
        return table.contract().has(CONVERSATION)
                ? List.of(CONVERSATION)
                : COLUMNS.stream().filter(table.contract()::has).toList();
    }

    private SortedSet<LocalDate> daysOfLake() {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (MetricTable table : tables()) {
            // Activity bears the same pseudonym on every day.
            if (hasDays(table) && !table.contract().has(UserPseudonyms.ACTIVITY_KEY)) {
                days.addAll(Days.of(read(table).select(day(table))));
            }
        }
        return days;
    }

    private Collection<String> naming(Dataset<Row> users, String userColumn, String wanted) {
        Set<String> found = new TreeSet<>();
        for (MetricTable table : tables()) {
            if (table.contract().has(userColumn) && table.contract().has(wanted)) {
                found.addAll(naming(table, users, col(userColumn), wanted));
            }
        }
        return found;
    }

    private Collection<String> naming(MetricTable table, Dataset<Row> users, Column userColumn, String wanted) {
        Dataset<Row> rows = read(table).select(col(wanted).as("wanted"), userColumn.as("user"));
        return rows.join(users, col("user").equalTo(col("key")), "left_semi")
                .select("wanted")
                .distinct()
                .as(Encoders.STRING())
                .collectAsList();
    }

    private Dataset<Row> rows(MetricTable table, String column) {
        Dataset<Row> all = read(table);
        return all.join(keys.get(column), all.col(column).equalTo(col("key")), "left_semi");
    }

    private static boolean hasDays(MetricTable table) {
        return table.contract().has("day") || table.contract().has("sent_at");
    }

    private static Column day(MetricTable table) {
        return table.contract().has("day")
                ? col("day")
                : to_date(col("sent_at")).as("day");
    }

    private Dataset<Row> read(MetricTable table) {
        return lake.read(table.contract());
    }

    private Dataset<Row> keys(Collection<String> keys) {
        return spark.createDataset(List.copyOf(keys), Encoders.STRING()).toDF("key");
    }
}
