package com.recipechatbot.analytics.functions;

import com.recipechatbot.analytics.extraction.DishCategory;
import com.recipechatbot.analytics.extraction.DishClassifier;
import com.recipechatbot.analytics.extraction.RecipeMention;
import com.recipechatbot.analytics.extraction.Speaker;
import com.recipechatbot.analytics.extraction.metadata.ToolCall;
import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.redact.Redaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/** Facts of a message as Spark's rows and arrays; what is empty, as most is, costs no memory. */
public final class FactRows {

    private static final ArrayData NONE = new GenericArrayData(new Object[0]);

    private static final Map<Enum<?>, UTF8String> NAMES = new ConcurrentHashMap<>();

    /** Few dishes make up most mentions. A dish never changes, so threads may replace each other's. */
    private static final Dish[] RECENT_DISHES = new Dish[4096];

    /** What each mention of a dish says, ready for Spark. */
    private record Dish(String title, UTF8String key, UTF8String name, UTF8String course, UTF8String cuisine) {

        static Dish of(RecipeMention mention) {
            DishCategory category = DishClassifier.standard().classify(mention.name());
            return new Dish(
                    mention.name(),
                    UTF8String.fromString(mention.key()),
                    UTF8String.fromString(mention.name()),
                    UTF8String.fromString(category.course()),
                    UTF8String.fromString(category.cuisine()));
        }

        InternalRow mention(boolean requested) {
            return row(key, name, course, cuisine, requested);
        }
    }

    private FactRows() {}

    static ArrayData recipes(List<RecipeMention> mentions, Optional<Speaker> speaker) {
        boolean requested = speaker.filter(Speaker.USER::equals).isPresent();
        List<InternalRow> rows = new ArrayList<>(mentions.size());
        for (RecipeMention mention : mentions) {
            rows.add(dish(mention).mention(requested));
        }
        return array(rows);
    }

    private static Dish dish(RecipeMention mention) {
        int slot = mention.name().hashCode() & (RECENT_DISHES.length - 1);
        Dish recent = RECENT_DISHES[slot];
        if (recent == null || !recent.title.equals(mention.name())) {
            recent = Dish.of(mention);
            RECENT_DISHES[slot] = recent;
        }
        return recent;
    }

    static ArrayData tools(List<ToolCall> calls) {
        List<InternalRow> rows = new ArrayList<>(calls.size());
        for (ToolCall call : calls) {
            rows.add(row(UTF8String.fromString(call.tool()), call.failed()));
        }
        return array(rows);
    }

    /** In lower case, as the tables have them, in the order of their declaration. */
    public static ArrayData names(Collection<? extends Enum<?>> values) {
        List<UTF8String> names = new ArrayList<>(values.size());
        for (Enum<?> value : values) {
            names.add(name(value));
        }
        return array(names);
    }

    private static UTF8String name(Enum<?> value) {
        return NAMES.computeIfAbsent(
                value, missing -> UTF8String.fromString(missing.name().toLowerCase(Locale.ROOT)));
    }

    static ArrayData redactions(Redaction redaction) {
        if (redaction.isClean()) {
            return NONE;
        }
        List<InternalRow> counts = new ArrayList<>();
        for (PersonalDataType type : PersonalDataType.values()) {
            int count = redaction.count(type);
            if (count > 0) {
                counts.add(row(name(type), count));
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
