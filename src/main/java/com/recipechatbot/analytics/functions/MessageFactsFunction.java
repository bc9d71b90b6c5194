package com.recipechatbot.analytics.functions;

import com.recipechatbot.analytics.extraction.DishCategory;
import com.recipechatbot.analytics.extraction.DishClassifier;
import com.recipechatbot.analytics.extraction.RecipeExtractor;
import com.recipechatbot.analytics.extraction.RecipeMention;
import com.recipechatbot.analytics.extraction.Speaker;
import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.Redaction;
import com.recipechatbot.analytics.privacy.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * {@code message_facts(role, text)}: redacts, then extracts, in one call a message. The text goes no further than this
 * function.
 */
public final class MessageFactsFunction implements ScalarFunction<InternalRow> {

    private static final long serialVersionUID = 1L;

    /** Where the chatbot cuts a message, in characters. */
    private static final int CUT = 500;
    /** What is longer than this before its first blank is known by what stands there. */
    private static final int LONGEST_VALUE = 64;

    private static final StructType TYPE = StructType.fromDDL(
            "recipes ARRAY<STRUCT<recipe_key: STRING, recipe_name: STRING, course: STRING, cuisine: STRING, requested: BOOLEAN>>, "
                    + "redactions ARRAY<STRUCT<type: STRING, count: INT>>, message_truncated BOOLEAN");

    private static final ArrayData NONE = new GenericArrayData(new Object[0]);
    private static final InternalRow NO_FACTS = new GenericInternalRow(new Object[] {NONE, NONE, false});

    public static InternalRow invoke(UTF8String role, UTF8String text) {
        if (text == null) {
            return NO_FACTS;
        }
        boolean truncated = text.numBytes() >= CUT && text.numChars() == CUT;
        Redaction redaction = Texts.redact(Redactor.standard(), text);
        Optional<Speaker> speaker = Speakers.of(role);
        ArrayData recipes = NONE;
        if (speaker.isPresent()) {
            String redacted = redaction.isClean() ? text.toString() : redaction.text();
            recipes = recipes(speaker.get(), truncated ? withoutHalfAValue(redacted) : redacted);
        }
        if (recipes == NONE && redaction.isClean() && !truncated) {
            return NO_FACTS;
        }
        return new GenericInternalRow(new Object[] {recipes, redactions(redaction), truncated});
    }

    /** Where a message was cut may stand half of an address or a number, which no detector knows. */
    private static String withoutHalfAValue(String redacted) {
        int end = redacted.lastIndexOf(' ', redacted.length() - LONGEST_VALUE);
        return redacted.substring(0, Math.max(end, 0));
    }

    private static ArrayData recipes(Speaker speaker, String redacted) {
        List<RecipeMention> mentions = RecipeExtractor.standard().mentions(speaker, redacted);
        if (mentions.isEmpty()) {
            return NONE;
        }
        Object[] rows = new Object[mentions.size()];
        for (int i = 0; i < rows.length; i++) {
            RecipeMention mention = mentions.get(i);
            DishCategory category = DishClassifier.standard().classify(mention.name());
            rows[i] = new GenericInternalRow(new Object[] {
                UTF8String.fromString(mention.key()),
                UTF8String.fromString(mention.name()),
                UTF8String.fromString(category.course()),
                UTF8String.fromString(category.cuisine()),
                speaker == Speaker.USER
            });
        }
        return new GenericArrayData(rows);
    }

    private static ArrayData redactions(Redaction redaction) {
        if (redaction.isClean()) {
            return NONE;
        }
        List<InternalRow> counts = new ArrayList<>();
        for (PersonalDataType type : PersonalDataType.values()) {
            int count = redaction.count(type);
            if (count > 0) {
                UTF8String name = UTF8String.fromString(type.name().toLowerCase(Locale.ROOT));
                counts.add(new GenericInternalRow(new Object[] {name, count}));
            }
        }
        return new GenericArrayData(counts.toArray());
    }

    @Override
    public DataType[] inputTypes() {
        return new DataType[] {DataTypes.StringType, DataTypes.StringType};
    }

    @Override
    public DataType resultType() {
        return TYPE;
    }

    @Override
    public String name() {
        return "message_facts";
    }
}
