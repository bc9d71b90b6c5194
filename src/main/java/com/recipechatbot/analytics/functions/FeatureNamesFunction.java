package com.recipechatbot.analytics.functions;

import com.recipechatbot.analytics.extraction.Feature;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataTypes;

/** {@code feature_names(features)}: the names behind the mask that rows keep instead of them. */
public final class FeatureNamesFunction extends NamedFunction implements ScalarFunction<ArrayData> {

    private static final long serialVersionUID = 1L;

    FeatureNamesFunction() {
        super("feature_names", DataTypes.createArrayType(DataTypes.StringType, false), DataTypes.IntegerType);
    }

    @Override
    public ArrayData produceResult(InternalRow mask) {
        return mask.isNullAt(0) ? null : names(mask.getInt(0));
    }

    private static ArrayData names(int bits) {
        return FactRows.names(Feature.inBits(bits));
    }
}
