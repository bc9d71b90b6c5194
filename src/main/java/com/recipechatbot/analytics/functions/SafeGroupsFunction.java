package com.recipechatbot.analytics.functions;

import com.recipechatbot.analytics.metrics.counts.SmallCounts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code safe_groups(cells, min_users)}: small-count control over the cells that an aggregate has collected. */
public final class SafeGroupsFunction extends NamedFunction implements ScalarFunction<ArrayData> {

    private static final long serialVersionUID = 1L;

    private static final DataType CELLS =
            DataType.fromDDL("ARRAY<STRUCT<pool: STRING, name: STRING, pairs: BIGINT, user_keys: ARRAY<STRING>>>");

    SafeGroupsFunction() {
        super("safe_groups", DataTypes.createArrayType(DataTypes.StringType, false), CELLS, DataTypes.IntegerType);
    }

    public static ArrayData invoke(ArrayData cells, int minUsers) {
        if (cells == null) {
            return null;
        }
        List<SmallCounts.Cell> read = new ArrayList<>(cells.numElements());
        for (int i = 0; i < cells.numElements(); i++) {
            InternalRow cell = cells.getStruct(i, 4);
            read.add(new SmallCounts.Cell(cell.getString(0), cell.getString(1), cell.getLong(2), users(cell)));
        }
        return new GenericArrayData(SmallCounts.safeGroups(read, minUsers).stream()
                .sorted()
                .map(UTF8String::fromString)
                .toArray());
    }

    private static Set<String> users(InternalRow cell) {
        ArrayData keys = cell.getArray(3);
        Set<String> users = new HashSet<>();
        for (int i = 0; i < keys.numElements(); i++) {
            users.add(keys.getUTF8String(i).toString());
        }
        return users;
    }
}
