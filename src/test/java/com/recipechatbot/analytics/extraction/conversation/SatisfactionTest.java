package com.recipechatbot.analytics.extraction.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.recipechatbot.analytics.extraction.MessageEvidence;
import com.recipechatbot.analytics.extraction.Speaker;
import com.recipechatbot.analytics.extraction.metadata.ExplicitRating;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"thanks", "perfect!", "it turned out delicious", "sounds good", "everyone loved it"})
    void aMessageThatThanksOrPraisesRaisesTheIndex(String pleased) {
        // One of two user turns: 50 + 50 * 1 / 2. The closing of the assistant says nothing of the user.
        assertThat(index("U: a leek tart / A: Bake it. / U: " + pleased + " / A: Enjoy!"))
                .isCloseTo(75, within(1e-9));
    }

    @Test
    void aMessageThatThanksAndPraisesCountsOnce() {
        assertThat(index("U: a leek tart / A: Bake it. / U: perfect, thanks, i love it / A: Enjoy!"))
                .isCloseTo(75, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"that's wrong", "no, I said a tart", "not really", "other options?", "forget it"})
    void aMessageThatObjectsTurnsDownOrGivesUpLowersIt(String displeased) {
        // One of two user turns: 50 - 50 * 1 / 2.
        assertThat(index("U: a leek tart / A: Try a quiche. / U: " + displeased + " / A: Here is another."))
                .isCloseTo(25, within(1e-9));
    }

    @Test
    void whatIsTurnedDownBeforeAnyAnswerIsAWish() {
        assertThat(
                        index(
                                "U: a tart, not too heavy, or something else / A: A leek tart. / U: which oven shelf / A: The lowest."))
                .isCloseTo(50, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm sorry I cannot answer that.",
                "Unfortunately, that is sold out.",
                "There are no recipes with leeks.",
                "I don't have this information."
            })
    void anAnswerThatDoesNotHelpLowersIt(String unhelpful) {
        // One of two answers: 50 - 50 * 1 / 2.
        assertThat(index("U: a leek tart / A: " + unhelpful + " / U: which oven shelf / A: The lowest."))
                .isCloseTo(25, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no, that's all", "No thanks", "no problem", "no, it's fine"})
    void aNoThatOnlyEndsTheConversationIsNoObjection(String end) {
        assertThat(index("U: a leek tart / A: Anything else? / U: " + end)).isGreaterThanOrEqualTo(50);
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

    private static Double index(String conversation) {
        return Satisfaction.index(Conversation.evidence(conversation));
    }
}
