package com.recipechatbot.analytics.capture;

import com.recipechatbot.analytics.privacy.redact.Redaction;
import com.recipechatbot.analytics.privacy.redact.Redactor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A message's metadata as stored in DynamoDB: maps, collections, texts, numbers, booleans and nulls; the rest as text.
 */
final class MetadataValues {

    /** The maximum nesting depth in DynamoDB. */
    private static final int DEEPEST = 30;

    private static final MathContext DIGITS = new MathContext(38);
    private static final int LARGEST_EXPONENT = 125;

    private MetadataValues() {}

    /** @throws IllegalArgumentException when the metadata is nested more deeply than DynamoDB allows */
    static AttributeValue of(Map<String, ?> metadata) {
        return map(metadata, 0);
    }

    /** The same value with every text redacted; field names and numbers stay. */
    static AttributeValue redacted(AttributeValue value) {
        if (value.hasM()) {
            Map<String, AttributeValue> fields = new LinkedHashMap<>();
            value.m().forEach((name, field) -> fields.put(name, redacted(field)));
            return AttributeValue.fromM(fields);
        }
        if (value.hasL()) {
            return AttributeValue.fromL(
                    value.l().stream().map(MetadataValues::redacted).toList());
        }
        return value.s() == null ? value : AttributeValue.fromS(redacted(value.s()));
    }

    /** @param text may be null */
    static String redacted(String text) {
        Redaction redaction = Redactor.standard().redact(text);
        return redaction.isClean() ? text : redaction.text();
    }

    private static AttributeValue value(Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException(
                    "Cannot keep metadata: it is nested more than %d levels deep. Flatten it.".formatted(DEEPEST));
        }
        if (value == null) {
            return AttributeValue.fromNul(true);
        } else if (value instanceof Map<?, ?> map) {
            return map(map, depth);
        } else if (value instanceof Iterable<?> elements) {
            List<AttributeValue> list = new ArrayList<>();
            elements.forEach(element -> list.add(value(element, depth + 1)));
            return AttributeValue.fromL(list);
        } else if (value instanceof Boolean isTrue) {
            return AttributeValue.fromBool(isTrue);
        } else if (value instanceof Number number) {
            return number(number);
        }
        return AttributeValue.fromS(value.toString());
    }

    private static AttributeValue map(Map<?, ?> map, int depth) {
        Map<String, AttributeValue> fields = new LinkedHashMap<>();
        map.forEach((name, field) -> fields.put(String.valueOf(name), value(field, depth + 1)));
        return AttributeValue.fromM(fields);
    }

    /** Numbers that DynamoDB cannot represent, such as NaN or 1e300, stay readable as text. */
    private static AttributeValue number(Number number) {
        try {
            BigDecimal decimal = new BigDecimal(number.toString()).round(DIGITS);
            int exponent = decimal.precision() - decimal.scale() - 1;
            return decimal.signum() != 0 && Math.abs(exponent) > LARGEST_EXPONENT
                    ? AttributeValue.fromS(number.toString())
                    : AttributeValue.fromN(decimal.toString());
        } catch (NumberFormatException e) {
            return AttributeValue.fromS(number.toString());
        }
    }
}
