package com.recipechatbot.analytics.extraction.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ConversationOutcomeTest {

    @ParameterizedTest(name = "{0}: {2}")
    @CsvFileSource(resources = "/extraction/outcomes.csv", numLinesToSkip = 1)
    void tellsTheOutcomeFromTheEvidence(String outcome, String messages, String why) {
        assertThat(ConversationOutcome.of(Conversation.evidence(messages)).column())
                .as(why)
                .isEqualTo(outcome);
    }
}
