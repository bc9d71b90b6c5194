package com.recipechatbot.analytics.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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

    @Test
    void aConversationOfTheLastHalfHourIsOpenWhateverItSays() {
        ConversationEvidence evidence =
                Conversation.evidence("U: a soup please / A: Simmer it. / U: I made it last night");
        long halfAnHour = 30L * 60 * 1_000_000;

        assertThat(ConversationOutcome.of(evidence, evidence.lastMessageAt() + halfAnHour - 1))
                .isEqualTo(ConversationOutcome.OPEN);
        assertThat(ConversationOutcome.of(evidence, evidence.lastMessageAt() + halfAnHour))
                .isEqualTo(ConversationOutcome.COMPLETED);
    }
}
