package com.recipechatbot.analytics.lake;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.Row;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts Delta Kernel's values to Java's: LocalDate, Instant, Long, Integer, Double, Boolean, String (base64 for
 * bytes), List, and Map for a struct.
 */
final class KernelValues {

    private KernelValues() {}

    static List<Object> of(Row row) {
        StructType schema = row.getSchema();
        List<Object> values = new ArrayList<>(schema.length());
        for (int i = 0; i < schema.length(); i++) {
            values.add(row.isNullAt(i) ? null : value(row, i, schema.at(i).getDataType()));
        }
        return values;
    }

    private static Object value(Row row, int at, DataType type) {
        if (type instanceof StringType) {
            return row.getString(at);
        } else if (type instanceof BinaryType) {
            return Base64.getEncoder().encodeToString(row.getBinary(at));
        } else if (type instanceof LongType) {
            return row.getLong(at);
        } else if (type instanceof IntegerType) {
            return row.getInt(at);
        } else if (type instanceof DoubleType) {
            return row.getDouble(at);
        } else if (type instanceof BooleanType) {
            return row.getBoolean(at);
        } else if (type instanceof DateType) {
            return LocalDate.ofEpochDay(row.getInt(at));
        } else if (type instanceof TimestampType) {
            return instant(row.getLong(at));
        } else if (type instanceof ArrayType array) {
            return list(row.getArray(at), array);
        } else if (type instanceof StructType) {
            return struct(row.getStruct(at));
        }
        throw unknown(type);
    }

    private static List<Object> list(ArrayValue array, ArrayType type) {
        ColumnVector elements = array.getElements();
        List<Object> values = new ArrayList<>(array.getSize());
        for (int i = 0; i < array.getSize(); i++) {
            values.add(elements.isNullAt(i) ? null : element(elements, i, type.getElementType()));
        }
        return values;
    }

    private static Object element(ColumnVector elements, int at, DataType type) {
        if (type instanceof StringType) {
            return elements.getString(at);
        } else if (type instanceof LongType) {
            return elements.getLong(at);
        } else if (type instanceof IntegerType) {
            return elements.getInt(at);
        } else if (type instanceof BooleanType) {
            return elements.getBoolean(at);
        } else if (type instanceof DateType) {
            return LocalDate.ofEpochDay(elements.getInt(at));
        } else if (type instanceof TimestampType) {
            return instant(elements.getLong(at));
        } else if (type instanceof StructType struct) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < struct.length(); i++) {
                ColumnVector child = elements.getChild(i);
                values.put(
                        struct.at(i).getName(),
                        child.isNullAt(at)
                                ? null
                                : element(child, at, struct.at(i).getDataType()));
            }
            return values;
        }
        throw unknown(type);
    }

    private static Map<String, Object> struct(Row row) {
        List<Object> values = of(row);
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            named.put(row.getSchema().at(i).getName(), values.get(i));
        }
        return named;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static IllegalStateException unknown(DataType type) {
        return new IllegalStateException(
                "Cannot read a column of type %s: it is not supported, because no table has one.".formatted(type));
    }
}
