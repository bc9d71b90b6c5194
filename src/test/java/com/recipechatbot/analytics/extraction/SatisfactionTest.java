package com.recipechatbot.analytics.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SatisfactionTest {

    @Test
    void anExplicitRatingGoesFirstAndTheLastOneCounts() {
        Turn thumbsUp = Turn.of(Speaker.USER, 1, MessageEvidence.of(Speaker.USER, "thanks"), 100);
        Turn twoStars = Turn.of(Speaker.ASSISTANT, 2, MessageEvidence.of(Speaker.ASSISTANT, "Enjoy!"), 25);
        Turn noRating = Turn.of(Speaker.USER, 3, MessageEvidence.of(Speaker.USER, "thanks"), null);

        assertThat(Satisfaction.index(ConversationEvidence.of(List.of(thumbsUp, twoStars, noRating))))
                .isEqualTo(25.0);
    }

    @Test
    void oneUserTurnIsTooLittle() {
        assertThat(Satisfaction.index(Conversation.evidence("U: thanks / A: Enjoy!")))
                .isNull();
    }

    @Test
    void thanksRaiseTheIndexByTheirRatePerTurn() {
        // One thanks in two user turns, one closing in two assistant turns: 50 + 50 * (0.5 + 0.15 * 0.5).
        assertThat(Satisfaction.index(Conversation.evidence("U: a leek tart / A: Bake it. / U: thanks / A: Enjoy!")))
                .isCloseTo(78.75, within(1e-9));
    }

    @Test
    void negationsAndFailuresLowerIt() {
        // One negation in two user turns, one failure in two assistant turns: 50 - 50 * (0.7 * 0.5 + 0.5 * 0.5).
        assertThat(Satisfaction.index(Conversation.evidence(
                        "U: a leek tart / A: I'm sorry I cannot answer that. / U: that's wrong / A: Here is another.")))
                .isCloseTo(20.0, within(1e-9));
    }

    @Test
    void sayingTheSameAgainIsARephraseAndAProblem() {
        ConversationEvidence evidence = Conversation.evidence(
                "U: spicy lentil soup with coconut / A: Here is a salad. / U: lentil soup with coconut, spicy");

        assertThat(evidence.rephrases()).isEqualTo(1);
        assertThat(Satisfaction.hasProblem(evidence)).isTrue();
        assertThat(Satisfaction.index(evidence)).isCloseTo(37.5, within(1e-9));
    }

    @Test
    void anotherQuestionIsNoRephrase() {
        ConversationEvidence evidence = Conversation.evidence(
                "U: spicy lentil soup with coconut / A: Ok. / U: roast beef on toasted rye bread");

        assertThat(evidence.rephrases()).isZero();
        assertThat(Satisfaction.hasProblem(evidence)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"rating\":5}|100",
                "{\"rating\":1}|0",
                "{\"rating\":4.5}|88",
                "{\"rating\":\"3\"}|50",
                "{\"feedback\":\"thumbs_up\"}|100",
                "{\"feedback\":{\"thumbs\":\"down\"}}|0",
                "{\"feedback\":{\"rating\":2,\"comment\":\"hm\"}}|25",
                "{\"thumbs_up\":true}|100",
                "{\"thumbs_down\":true}|0",
                "{\"thumbs_up\":false}|",
                "{\"rating\":9}|",
                "{\"rating\":null}|",
                "{\"feedback\":\"more salt\"}|",
                "{}|",
                "no json|"
            })
    void readsTheRatingOfTheMetadata(String metadata, Integer rating) {
        assertThat(ExplicitRating.of(metadata)).isEqualTo(rating);
    }
}
