package com.recipechatbot.analytics.functions;

import com.recipechatbot.analytics.extraction.RecipeExtractor;
import com.recipechatbot.analytics.extraction.RecipeMention;
import com.recipechatbot.analytics.extraction.Speaker;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code recipe_name(role, text)}: the first dish that a message names; tool and system messages name none. */
public final class RecipeNameFunction extends NamedFunction implements ScalarFunction<UTF8String> {

    private static final long serialVersionUID = 1L;

    RecipeNameFunction() {
        super("recipe_name", DataTypes.StringType, DataTypes.StringType, DataTypes.StringType);
    }

    public static UTF8String invoke(UTF8String role, UTF8String text) {
        Optional<Speaker> speaker = Speakers.of(role);
        if (speaker.isEmpty() || text == null) {
            return null;
        }
        List<RecipeMention> mentions = RecipeExtractor.standard().mentions(speaker.get(), text.toString());
        return mentions.isEmpty() ? null : UTF8String.fromString(mentions.get(0).name());
    }
}
