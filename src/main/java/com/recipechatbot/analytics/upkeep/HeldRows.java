package com.recipechatbot.analytics.upkeep;

import com.recipechatbot.analytics.extraction.Feature;
import com.recipechatbot.analytics.ingest.UserMentions;
import com.recipechatbot.analytics.lake.KeyOrder;
import com.recipechatbot.analytics.lake.LakeReader;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.privacy.keys.UserPseudonyms;
import com.recipechatbot.analytics.tables.TableContract;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The rows of the working tables about a user, or about a conversation that names the user. */
public final class HeldRows {

    private static final String RECORD_KEY = "record_key";
    private static final List<String> USER_KEYS = List.of(
            UserPseudonyms.DAY_KEY,
            UserPseudonyms.DAY_KEYS,
            UserPseudonyms.WEEK_KEY,
            UserPseudonyms.ACTIVITY_KEY,
            UserPseudonyms.FEATURE_KEY,
            UserPseudonyms.TOMBSTONE_KEY,
            RECORD_KEY);
    private static final String CONVERSATION_KEY = "conversation_key";

    private final LakeReader reader;
    private final Pseudonyms pseudonyms;
    private final List<MetricTable> tables;
    private final SortedSet<LocalDate> days = new TreeSet<>();

    private HeldRows(LakeReader reader, Pseudonyms pseudonyms) {
        this.reader = reader;
        this.pseudonyms = pseudonyms;
        this.tables = Arrays.stream(MetricTable.values())
                .filter(table -> !table.contract().isPublished()
                        && reader.exists(table.contract().location()))
                .toList();
    }

    /** The rows of one table, with all of its columns. */
    public record OfTable(String table, List<String> columns, List<List<Object>> rows) {}

    /** @throws com.recipechatbot.analytics.lake.LakeException when there is no lake */
    public static HeldRows of(LakeReader reader, Pseudonyms pseudonyms) {
        HeldRows held = new HeldRows(reader, pseudonyms);
        if (held.tables.isEmpty()) {
            // Says what is wrong with the path.
            reader.read(MetricTable.CONVERSATION_PARTS.contract().location(), columns -> {}, row -> {});
        }
        for (MetricTable table : held.tables) {
            // Activity bears the same pseudonym on every day.
            if (table.contract().has("day") && !table.contract().has(UserPseudonyms.ACTIVITY_KEY)) {
                List<String> columns = new ArrayList<>();
                reader.read(
                        table.contract().location(),
                        columns::addAll,
                        row -> held.days.add((LocalDate) row.get(columns.indexOf("day"))));
            }
        }
        return held;
    }

    /** Each table that can hold such rows, in the order of the list of tables. */
    public List<OfTable> of(String user) {
        Map<String, Set<String>> keys = UserPseudonyms.of(List.of(user), pseudonyms, Feature.columns(), days);
        keys.put(UserPseudonyms.DAY_KEYS, keys.get(UserPseudonyms.DAY_KEY));
        keys.put(RECORD_KEY, sealedRecords(user));
        keys.put(CONVERSATION_KEY, conversations(keys));
        return tables.stream().map(table -> rows(table, keys)).toList();
    }

    /** What may be held but cannot be found. */
    public List<String> notFindable() {
        List<String> sentences = new ArrayList<>();
        reader.keys()
                .daysOfOthers(pseudonyms.keyFingerprints())
                .forEach(days -> sentences.add("rows of the %s: they were made with other keys".formatted(days)));
        days.stream()
                .filter(day -> !pseudonyms.canName(day))
                .map(YearMonth::from)
                .distinct()
                .forEach(month -> sentences.add(
                        "rows of %s: the key of that month was shredded, so nobody can know whose they are"
                                .formatted(month)));
        sentences.add(
                "rejected records that are not kept, or kept under another key: they name no user; search the export");
        sentences.add("published tables and daily files: totals, which are about nobody in particular");
        return sentences;
    }

    private static boolean holds(Object value, Set<String> keys) {
        return value instanceof List<?> list ? list.stream().anyMatch(keys::contains) : keys.contains(value);
    }

    /** The rejected records that are kept, encrypted, and hold the id. */
    private Set<String> sealedRecords(String user) {
        UserMentions mentions = new UserMentions(List.of(user));
        Set<String> found = new HashSet<>();
        List<String> columns = new ArrayList<>();
        TableContract table = MetricTable.REJECTED_RECORDS.contract();
        if (reader.exists(table.location())) {
            reader.read(table.location(), columns::addAll, row -> {
                String key = (String) row.get(columns.indexOf(RECORD_KEY));
                String sealed = (String) row.get(columns.indexOf("sealed_record"));
                if (sealed != null
                        && pseudonyms
                                .quarantine()
                                .tryToOpen(Base64.getDecoder().decode(sealed), key)
                                .filter(mentions::in)
                                .isPresent()) {
                    found.add(key);
                }
            });
        }
        return found;
    }

    private Set<String> conversations(Map<String, Set<String>> keys) {
        Set<String> found = new HashSet<>();
        for (MetricTable table : tables) {
            if (table.contract().has(CONVERSATION_KEY)) {
                OfTable rows = rows(table, keys);
                int place = rows.columns().indexOf(CONVERSATION_KEY);
                rows.rows().forEach(row -> found.add((String) row.get(place)));
            }
        }
        return found;
    }

    private OfTable rows(MetricTable table, Map<String, Set<String>> keys) {
        List<String> columns = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        List<String> wanted = new ArrayList<>(USER_KEYS);
        wanted.add(CONVERSATION_KEY);
        wanted.removeIf(column -> !table.contract().has(column) || !keys.containsKey(column));
        if (!wanted.isEmpty()) {
            reader.read(table.contract().location(), columns::addAll, row -> {
                for (String column : wanted) {
                    if (holds(row.get(columns.indexOf(column)), keys.get(column))) {
                        rows.add(row);
                        return;
                    }
                }
            });
        }
        rows.sort(new KeyOrder(
                table.contract().key().stream().map(columns::indexOf).toList()));
        return new OfTable(table.tableName(), columns, rows);
    }
}
