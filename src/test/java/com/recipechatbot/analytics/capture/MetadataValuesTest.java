package com.recipechatbot.analytics.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class MetadataValuesTest {

    @Test
    void everyKindOfValueIsKept() {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put("none", null);
        metadata.put("list", List.of("a", 1, true));
        metadata.put("other", Thread.State.NEW);

        assertThat(MetadataValues.of(metadata))
                .isEqualTo(AttributeValue.fromM(Map.of(
                        "none", AttributeValue.fromNul(true),
                        "list",
                                AttributeValue.fromL(List.of(
                                        AttributeValue.fromS("a"),
                                        AttributeValue.fromN("1"),
                                        AttributeValue.fromBool(true))),
                        "other", AttributeValue.fromS("NEW"))));
    }

    @Test
    void numbersThatDynamoDbCannotRepresentBecomeTexts() {
        assertThat(number(4.5)).isEqualTo(AttributeValue.fromN("4.5"));
        assertThat(number(0)).isEqualTo(AttributeValue.fromN("0"));
        assertThat(number(Double.NaN)).isEqualTo(AttributeValue.fromS("NaN"));
        assertThat(number(1e300)).isEqualTo(AttributeValue.fromS("1.0E300"));
        assertThat(number(new BigDecimal("1".repeat(40))))
                .isEqualTo(AttributeValue.fromN("1." + "1".repeat(37) + "E+39"));
    }

    @Test
    void endlesslyNestedMetadataIsRefused() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);

        assertThatThrownBy(() -> MetadataValues.of(Collections.singletonMap("a", endless)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot keep metadata: it is nested more than 30 levels deep. Flatten it.");
    }

    private static AttributeValue number(Number number) {
        return MetadataValues.of(Map.of("n", number)).m().get("n");
    }
}
