package com.recipechatbot.analytics.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.extraction.EvidenceCode;
import com.recipechatbot.analytics.extraction.Feature;
import com.recipechatbot.analytics.extraction.RecipeMention;
import com.recipechatbot.analytics.extraction.metadata.ToolCall;
import com.recipechatbot.analytics.privacy.PersonalDataType;
import java.util.List;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

class MessageFactsTest {

    private final MessageFacts facts = new MessageFacts(List.of());

    @Test
    void oneMessageGivesAllThatIsKeptOfIt() {
        read(
                "user",
                "I am jane.roe@example.com. How do I make potato soup for 12 people?",
                "{\"tools\": [\"webSearch\"], \"rating\": 4}");

        assertThat(facts.redactedText()).hasToString("I am [EMAIL]. How do I make potato soup for 12 people?");
        assertThat(facts.redaction().count(PersonalDataType.EMAIL)).isOne();
        assertThat(facts.mentions()).containsExactly(new RecipeMention("potato soup", "potato soup"));
        assertThat(facts.evidence().codeList()).contains(EvidenceCode.SCALING);
        assertThat(facts.evidence().signature()).isNotZero();
        assertThat(facts.tools()).containsExactly(new ToolCall("web_search", false));
        assertThat(Feature.inBits(facts.featureBits()))
                .containsExactly(Feature.RECIPE, Feature.SCALING, Feature.WEB_SEARCH);
        assertThat(facts.rating()).isEqualTo(75);
        assertThat(facts.truncated()).isFalse();
    }

    @Test
    void nothingOfOneMessageIsLeftInTheNext() {
        read(
                "user",
                "Thanks, jane.roe@example.com! Any recipe for potato soup?",
                "{\"tool\": \"timer\", \"rating\": 1}");

        read("system", null, null);

        assertThat(facts.speaker()).isEmpty();
        assertThat(facts.redactedText()).isNull();
        assertThat(facts.redaction().isClean()).isTrue();
        assertThat(facts.mentions()).isEmpty();
        assertThat(facts.evidence().codes()).isZero();
        assertThat(facts.evidence().signature()).isZero();
        assertThat(facts.tools()).isEmpty();
        assertThat(facts.featureBits()).isZero();
        assertThat(facts.rating()).isNull();
    }

    @Test
    void onlyAnAssistantOrAToolReportsACallInItsText() {
        for (String role : List.of("user", "system")) {
            read(role, "TOOL_CALL[web_search] leeks", "{}");
            assertThat(facts.tools()).as(role).isEmpty();
        }
        for (String role : List.of("assistant", "tool")) {
            read(role, "TOOL_CALL[web_search] leeks", "{}");
            assertThat(facts.tools()).as(role).containsExactly(new ToolCall("web_search", false));
        }
    }

    @Test
    void aCleanTextIsTheSameObject() {
        UTF8String clean = UTF8String.fromString("Stir for ten minutes.");

        facts.read(UTF8String.fromString("assistant"), clean, null, null);

        assertThat(facts.redactedText()).isSameAs(clean);
    }

    /** The chatbot cuts at 500 characters, whatever their number of bytes. */
    @Test
    void theEndOfACutMessageIsNotPassedOn() {
        String whole = "Café! ".repeat(82);

        read("user", whole + "call 202-5", null);
        assertThat(facts.truncated()).isFalse();

        read("user", whole + "call 202", null);
        assertThat(facts.truncated()).isTrue();
        assertThat(facts.redactedText().toString()).isEqualTo("Café! ".repeat(71) + "Café!");

        read("user", "x".repeat(500), null);
        assertThat(facts.redactedText()).hasToString("");
    }

    private void read(String role, String text, String metadata) {
        facts.read(UTF8String.fromString(role), UTF8String.fromString(text), UTF8String.fromString(metadata), null);
    }
}
