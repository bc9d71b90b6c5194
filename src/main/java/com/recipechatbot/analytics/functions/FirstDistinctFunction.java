package com.recipechatbot.analytics.functions;

import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.connector.catalog.functions.AggregateFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * {@code first_distinct(text, most)}: instead of all distinct texts of a group, where a few of them are enough. Its
 * state is bounded, so a group may have any size, and nothing has to be sorted.
 *
 * <p>The state is the texts, each with how many are to be kept: Spark reads states back with its own class loader, which
 * knows no class of ours.
 */
@SuppressWarnings("NonApiType") // Spark asks for a type that can be serialized; Map is not.
public final class FirstDistinctFunction extends NamedFunction
        implements AggregateFunction<TreeMap<String, Integer>, ArrayData> {

    private static final long serialVersionUID = 1L;

    FirstDistinctFunction() {
        super(
                "first_distinct",
                DataTypes.createArrayType(DataTypes.StringType, false),
                DataTypes.StringType,
                DataTypes.IntegerType);
    }

    @Override
    public TreeMap<String, Integer> newAggregationState() {
        return new TreeMap<>();
    }

    @Override
    public TreeMap<String, Integer> update(TreeMap<String, Integer> state, InternalRow row) {
        if (!row.isNullAt(0) && !row.isNullAt(1)) {
            keep(state, row.getString(0), row.getInt(1));
        }
        return state;
    }

    @Override
    public TreeMap<String, Integer> merge(TreeMap<String, Integer> state, TreeMap<String, Integer> other) {
        other.forEach((text, most) -> keep(state, text, most));
        return state;
    }

    private static void keep(TreeMap<String, Integer> state, String text, int most) {
        if (state.size() < most || (most > 0 && text.compareTo(state.lastKey()) < 0)) {
            state.put(text, most);
            if (state.size() > most) {
                state.pollLastEntry();
            }
        }
    }

    @Override
    public ArrayData produceResult(TreeMap<String, Integer> state) {
        return new GenericArrayData(
                state.keySet().stream().map(UTF8String::fromString).toArray());
    }

    @Override
    public boolean isResultNullable() {
        return false;
    }
}
