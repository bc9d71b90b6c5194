package com.recipechatbot.analytics.functions;

import com.recipechatbot.analytics.extraction.DishClassifier;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code dish_course(name)}: null when the title does not reveal it. */
public final class DishCourseFunction extends NamedFunction implements ScalarFunction<UTF8String> {

    private static final long serialVersionUID = 1L;

    DishCourseFunction() {
        super("dish_course", DataTypes.StringType, DataTypes.StringType);
    }

    public static UTF8String invoke(UTF8String title) {
        return title == null
                ? null
                : UTF8String.fromString(
                        DishClassifier.standard().classify(title.toString()).course());
    }
}
