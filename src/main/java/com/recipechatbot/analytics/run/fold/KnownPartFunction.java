package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.extraction.RecipeMention;
import com.recipechatbot.analytics.extraction.metadata.ModelUse;
import com.recipechatbot.analytics.extraction.metadata.ToolCall;
import com.recipechatbot.analytics.facts.FactsBuilder;
import com.recipechatbot.analytics.facts.MessageContent;
import com.recipechatbot.analytics.facts.Role;
import com.recipechatbot.analytics.facts.UserKeys;
import com.recipechatbot.analytics.functions.NamedFunction;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.privacy.keys.RawPseudonyms;
import com.recipechatbot.analytics.tables.ReportingWeek;
import com.recipechatbot.analytics.tables.TableContract;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A row of {@code conversation_parts} as the facts that it was made of: what a source has already brought. */
public final class KnownPartFunction extends NamedFunction implements ScalarFunction<byte[]> {

    private static final long serialVersionUID = 1;

    /** The columns that are read. */
    static final String[] COLUMNS = {
        "conversation_key", "source_id", "day", "user_day_keys", "user_seals", "turns", "recipes", "tools", "models"
    };

    private static final int MODELS = COLUMNS.length - 1;

    private final Pseudonyms pseudonyms;
    private final int turnFields;
    private transient RawPseudonyms raw;

    KnownPartFunction(Pseudonyms pseudonyms) {
        super("known_part", DataTypes.BinaryType, columns());
        this.pseudonyms = pseudonyms;
        this.turnFields = ((StructType) ((ArrayType) columns().apply("turns").dataType()).elementType()).size();
    }

    private static StructType columns() {
        StructType all =
                StructType.fromDDL(TableContract.read("conversation_parts").schemaDdl());
        StructType columns = new StructType();
        for (String column : COLUMNS) {
            columns = columns.add(all.apply(column));
        }
        return columns;
    }

    public byte[] invoke(InternalRow part) {
        if (raw == null) {
            raw = pseudonyms.raw();
        }
        List<UserKeys> users = users(part.getArray(3), part.getArray(4), part.getInt(2));
        ArrayData turns = part.getArray(5);
        List<List<RecipeMention>> mentions = mentions(part.getArray(6), turns.numElements());
        List<List<ToolCall>> tools = tools(part.getArray(7), turns.numElements());
        ModelUse[] models = models(part, turns.numElements());
        FactsBuilder facts = new FactsBuilder()
                .start(RawPseudonyms.parse(part.getUTF8String(0).toString()))
                .knownOf(part.getUTF8String(1).toString());
        int lastUser = -1;
        for (int i = 0; i < turns.numElements(); i++) {
            InternalRow turn = turns.getStruct(i, turnFields);
            boolean hasUser = !turn.isNullAt(2);
            if (hasUser && turn.getInt(2) != lastUser) {
                lastUser = turn.getInt(2);
                facts.user(users.get(lastUser));
            }
            facts.known(
                    turn.getLong(0),
                    turn.getLong(3),
                    Role.of(turn.getUTF8String(1).toString()),
                    hasUser,
                    new MessageContent(
                            turn.getInt(4),
                            turn.getLong(5),
                            turn.getInt(8),
                            turn.isNullAt(6) ? null : turn.getInt(6),
                            false,
                            turn.getBoolean(7),
                            mentions.get(i),
                            tools.get(i),
                            models[i],
                            null,
                            null));
        }
        return facts.facts();
    }

    private List<UserKeys> users(ArrayData keys, ArrayData seals, int day) {
        List<UserKeys> users = new ArrayList<>(keys.numElements());
        int monday = (int) ReportingWeek.of(LocalDate.ofEpochDay(day)).monday().toEpochDay();
        for (int i = 0; i < keys.numElements(); i++) {
            byte[] key = RawPseudonyms.parse(keys.getUTF8String(i).toString());
            byte[] seal = RawPseudonyms.parse(seals.getUTF8String(i).toString());
            users.add(UserKeys.of(day, monday, raw.open(day, key, seal)));
        }
        return users;
    }

    private static List<List<RecipeMention>> mentions(ArrayData rows, int turns) {
        List<List<RecipeMention>> mentions = lists(turns);
        for (int i = 0; i < rows.numElements(); i++) {
            InternalRow row = rows.getStruct(i, 6);
            add(mentions, row.getInt(0), new RecipeMention(row.getString(2), row.getString(1)));
        }
        return mentions;
    }

    private static List<List<ToolCall>> tools(ArrayData rows, int turns) {
        List<List<ToolCall>> tools = lists(turns);
        for (int i = 0; i < rows.numElements(); i++) {
            InternalRow row = rows.getStruct(i, 3);
            add(tools, row.getInt(0), new ToolCall(row.getString(1), row.getBoolean(2)));
        }
        return tools;
    }

    /** Of each turn, or null; none in a part that a version wrote which did not read them. */
    private static ModelUse[] models(InternalRow part, int turns) {
        ModelUse[] models = new ModelUse[turns];
        ArrayData rows = part.isNullAt(MODELS) ? null : part.getArray(MODELS);
        for (int i = 0; rows != null && i < rows.numElements(); i++) {
            InternalRow row = rows.getStruct(i, 7);
            models[row.getInt(0)] = new ModelUse(
                    row.getString(1),
                    row.getBoolean(2),
                    number(row, 3),
                    number(row, 4),
                    number(row, 5),
                    number(row, 6));
        }
        return models;
    }

    private static Long number(InternalRow row, int field) {
        return row.isNullAt(field) ? null : (Long) row.getLong(field);
    }

    private static <T> List<List<T>> lists(int count) {
        List<List<T>> lists = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lists.add(List.of());
        }
        return lists;
    }

    private static <T> void add(List<List<T>> lists, int place, T element) {
        if (lists.get(place).isEmpty()) {
            lists.set(place, new ArrayList<>(1));
        }
        lists.get(place).add(element);
    }
}
