package com.recipechatbot.analytics.functions;

import com.recipechatbot.analytics.extraction.RecipeExtractor;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code extractor_version()}: which rules read a message; written on each row, so that a change of rules can be seen. */
public final class ExtractorVersionFunction extends NamedFunction implements ScalarFunction<UTF8String> {

    private static final long serialVersionUID = 1L;
    private static final UTF8String VERSION = UTF8String.fromString(RecipeExtractor.VERSION);

    ExtractorVersionFunction() {
        super("extractor_version", DataTypes.StringType);
    }

    public static UTF8String invoke() {
        return VERSION;
    }
}
