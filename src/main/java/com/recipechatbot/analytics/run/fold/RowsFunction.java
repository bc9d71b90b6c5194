package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.facts.FactsReader;
import com.recipechatbot.analytics.functions.NamedFunction;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataTypes;

/** The rows that facts give to one table, as an array to be inlined. */
public final class RowsFunction extends NamedFunction implements ScalarFunction<ArrayData> {

    private static final long serialVersionUID = 1;

    private final FactsRows rows;
    private transient FactsReader reader;

    RowsFunction(FactsRows rows) {
        super(rows.name(), DataTypes.createArrayType(rows.row(), false), DataTypes.BinaryType);
        this.rows = rows;
    }

    /** @param facts settled, or merged of settled and known ones and put in order */
    public ArrayData invoke(byte[] facts) {
        if (reader == null) {
            reader = new FactsReader(facts);
        } else {
            reader.reset(facts);
        }
        List<InternalRow> found = new ArrayList<>(1);
        rows.read(reader, found);
        return FactsRows.array(found);
    }

    @Override
    public boolean isResultNullable() {
        return false;
    }
}
