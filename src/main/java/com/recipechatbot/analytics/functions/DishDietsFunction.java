package com.recipechatbot.analytics.functions;

import com.recipechatbot.analytics.extraction.DishClassifier;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code dish_diets(name)}: the diets that the title names, in alphabetical order; empty when it names none. */
public final class DishDietsFunction extends NamedFunction implements ScalarFunction<ArrayData> {

    private static final long serialVersionUID = 1L;

    DishDietsFunction() {
        super("dish_diets", DataTypes.createArrayType(DataTypes.StringType, false), DataTypes.StringType);
    }

    public static ArrayData invoke(UTF8String title) {
        return title == null
                ? null
                : new GenericArrayData(DishClassifier.standard().classify(title.toString()).diets().stream()
                        .sorted()
                        .map(UTF8String::fromString)
                        .toArray());
    }
}
