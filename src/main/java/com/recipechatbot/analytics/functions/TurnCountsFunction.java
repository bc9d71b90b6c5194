package com.recipechatbot.analytics.functions;

import com.recipechatbot.analytics.facts.DayClock;
import com.recipechatbot.analytics.facts.Role;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code turn_counts(sent_at, role, user, user_day_keys, zone)}: how much a part of a conversation adds to the hours and users of its day. */
public final class TurnCountsFunction extends NamedFunction implements ScalarFunction<ArrayData> {

    private static final long serialVersionUID = 1L;

    private static final int HOURS = 24;
    private static final StructType ROW =
            StructType.fromDDL("user_day_key STRING, hours INT, hour INT, role STRING, messages INT, unattributed INT");
    private static final UTF8String[] ROLES = new UTF8String[Role.values().length];
    private static final Map<UTF8String, Role> BY_NAME = new HashMap<>();
    private static final ThreadLocal<Map<UTF8String, DayClock>> CLOCKS = ThreadLocal.withInitial(HashMap::new);

    static {
        for (Role role : Role.values()) {
            ROLES[role.code()] = UTF8String.fromString(role.column());
            BY_NAME.put(ROLES[role.code()], role);
        }
    }

    TurnCountsFunction() {
        super(
                "turn_counts",
                DataTypes.createArrayType(ROW, false),
                DataTypes.createArrayType(DataTypes.TimestampType),
                DataTypes.createArrayType(DataTypes.StringType),
                DataTypes.createArrayType(DataTypes.IntegerType),
                DataTypes.createArrayType(DataTypes.StringType),
                DataTypes.StringType);
    }

    public static ArrayData invoke(
            ArrayData sentAt, ArrayData role, ArrayData user, ArrayData userDayKeys, UTF8String zone) {
        if (sentAt == null) {
            return null;
        }
        DayClock clock =
                CLOCKS.get().computeIfAbsent(zone.clone(), missing -> new DayClock(ZoneId.of(missing.toString())));
        int[] hours = new int[userDayKeys.numElements()];
        int[][] messages = new int[HOURS * ROLES.length][];
        for (int turn = 0; turn < sentAt.numElements(); turn++) {
            int hour = clock.hour(sentAt.getLong(turn));
            Role who = BY_NAME.get(role.getUTF8String(turn));
            int cell = hour * ROLES.length + who.code();
            if (messages[cell] == null) {
                messages[cell] = new int[2];
            }
            messages[cell][0]++;
            if (user.isNullAt(turn)) {
                messages[cell][1]++;
            } else if (who == Role.USER) {
                hours[user.getInt(turn)] |= 1 << hour;
            }
        }
        List<InternalRow> rows = new ArrayList<>(hours.length + 2);
        for (int i = 0; i < hours.length; i++) {
            rows.add(row(userDayKeys.getUTF8String(i).clone(), hours[i], null, null, 0, 0));
        }
        for (int cell = 0; cell < messages.length; cell++) {
            if (messages[cell] != null) {
                rows.add(row(
                        null,
                        0,
                        cell / ROLES.length,
                        ROLES[cell % ROLES.length],
                        messages[cell][0],
                        messages[cell][1]));
            }
        }
        return new GenericArrayData(rows.toArray());
    }

    private static InternalRow row(Object... values) {
        return new GenericInternalRow(values);
    }
}
