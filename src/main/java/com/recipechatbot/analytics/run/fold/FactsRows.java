package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.facts.FactsReader;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.StructType;

/** The rows that facts give to one table. An object serves one task. */
abstract class FactsRows implements Serializable {

    private static final long serialVersionUID = 1;

    private static final ArrayData NONE = new GenericArrayData(new Object[0]);

    private final String name;
    private final StructType row;

    /** @param ddl the columns of a row */
    FactsRows(String name, String ddl) {
        this.name = name;
        this.row = StructType.fromDDL(ddl);
    }

    /** Puts the rows of facts into a list. */
    abstract void read(FactsReader facts, List<InternalRow> rows);

    static InternalRow row(Object... values) {
        return new GenericInternalRow(values);
    }

    static ArrayData array(List<?> elements) {
        return elements.isEmpty() ? NONE : new GenericArrayData(elements.toArray());
    }

    String name() {
        return name;
    }

    StructType row() {
        return row;
    }
}
