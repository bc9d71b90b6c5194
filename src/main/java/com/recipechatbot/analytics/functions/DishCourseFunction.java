package com.recipechatbot.analytics.functions;

import com.recipechatbot.analytics.extraction.DishClassifier;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code dish_course(name)}: null where the title does not tell. */
public final class DishCourseFunction implements ScalarFunction<UTF8String> {

    private static final long serialVersionUID = 1L;

    public static UTF8String invoke(UTF8String title) {
        return title == null
                ? null
                : UTF8String.fromString(
                        DishClassifier.standard().classify(title.toString()).course());
    }

    @Override
    public DataType[] inputTypes() {
        return new DataType[] {DataTypes.StringType};
    }

    @Override
    public DataType resultType() {
        return DataTypes.StringType;
    }

    @Override
    public String name() {
        return "dish_course";
    }
}
