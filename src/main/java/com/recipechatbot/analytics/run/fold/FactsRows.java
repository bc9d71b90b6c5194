package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.facts.FactsReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The rows that facts give to one table, as an array to be inlined. */
public abstract class FactsRows implements ScalarFunction<ArrayData> {

    private static final long serialVersionUID = 1;

    private static final ArrayData NONE = new GenericArrayData(new Object[0]);

    private final String name;
    private final StructType row;
    private transient FactsReader reader;

    /** @param ddl the columns of a row */
    FactsRows(String name, String ddl) {
        this.name = name;
        this.row = StructType.fromDDL(ddl);
    }

    /** Puts the rows of facts into a list. */
    abstract void read(FactsReader facts, List<InternalRow> rows);

    /** @param facts settled, or merged of settled and known ones and put in order */
    public ArrayData invoke(byte[] facts) {
        if (reader == null) {
            reader = new FactsReader(facts);
        } else {
            reader.reset(facts);
        }
        List<InternalRow> rows = new ArrayList<>(1);
        read(reader, rows);
        return array(rows);
    }

    static InternalRow row(Object... values) {
        return new GenericInternalRow(values);
    }

    static ArrayData array(List<?> elements) {
        return elements.isEmpty() ? NONE : new GenericArrayData(elements.toArray());
    }

    @Override
    public DataType[] inputTypes() {
        return new DataType[] {DataTypes.BinaryType};
    }

    @Override
    public DataType resultType() {
        return DataTypes.createArrayType(row, false);
    }

    @Override
    public boolean isResultNullable() {
        return false;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
