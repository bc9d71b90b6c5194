package com.recipechatbot.analytics.functions;

import com.recipechatbot.analytics.extraction.DishCategory;
import com.recipechatbot.analytics.extraction.DishClassifier;
import com.recipechatbot.analytics.extraction.RecipeMention;
import com.recipechatbot.analytics.extraction.Speaker;
import com.recipechatbot.analytics.extraction.ToolCall;
import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.Redaction;
import com.recipechatbot.analytics.privacy.Redactor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/** Facts of a message as Spark's rows and arrays; what is empty, as most is, costs no memory. */
final class FactRows {

    private static final ArrayData NONE = new GenericArrayData(new Object[0]);

    private FactRows() {}

    static ArrayData recipes(List<RecipeMention> mentions, Optional<Speaker> speaker) {
        return array(mentions.stream().map(mention -> recipe(mention, speaker)).toList());
    }

    private static InternalRow recipe(RecipeMention mention, Optional<Speaker> speaker) {
        DishCategory category = DishClassifier.standard().classify(mention.name());
        return row(
                UTF8String.fromString(mention.key()),
                UTF8String.fromString(mention.name()),
                UTF8String.fromString(category.course()),
                UTF8String.fromString(category.cuisine()),
                speaker.filter(Speaker.USER::equals).isPresent());
    }

    static ArrayData tools(List<ToolCall> calls) {
        return array(calls.stream()
                .map(call -> row(UTF8String.fromString(call.tool()), call.failed()))
                .toList());
    }

    /** A name in which the redactor finds personal data is no tool's name. */
    static String toolName(String name) {
        return Redactor.standard().redact(name).isClean() ? name : "redacted";
    }

    /** In lower case, as they stand in the tables, in the order of their declaration. */
    static ArrayData names(Collection<? extends Enum<?>> values) {
        return array(values.stream()
                .map(value -> UTF8String.fromString(value.name().toLowerCase(Locale.ROOT)))
                .toList());
    }

    static ArrayData redactions(Redaction redaction) {
        if (redaction == null || redaction.isClean()) {
            return NONE;
        }
        List<InternalRow> counts = new ArrayList<>();
        for (PersonalDataType type : PersonalDataType.values()) {
            int count = redaction.count(type);
            if (count > 0) {
                counts.add(row(UTF8String.fromString(type.name().toLowerCase(Locale.ROOT)), count));
            }
        }
        return array(counts);
    }

    private static InternalRow row(Object... values) {
        return new GenericInternalRow(values);
    }

    private static ArrayData array(List<?> elements) {
        return elements.isEmpty() ? NONE : new GenericArrayData(elements.toArray());
    }
}
