package com.recipechatbot.analytics.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.recipechatbot.analytics.sample.Assessment.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By the definitions of the metrics: user turns are u, the assistant's a, with what they mean. */
class AssessmentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            u a:step                                                              | UNKNOWN
            u a:step u:acknowledges                                               | UNKNOWN
            u a:step u:acknowledges a:step u:acknowledges                         | ABANDONED
            u a:step u:acknowledges a:step u:acknowledges a:closes                | COMPLETED
            u a:step a:closes                                                     | UNKNOWN
            u a:step u:made-it                                                    | COMPLETED
            u a:step u:acknowledges a:step u:acknowledges u:gives-up a            | NOT_COMPLETED
            u:gives-up                                                            | NOT_COMPLETED
            """)
    void the_end_tells_the_outcome(String turns, Outcome outcome) {
        assertThat(Assessment.of(conversation(turns)).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            u a            |
            u a u a        | 50
            # thanks in one of two messages: 50 + 50 x 1 / 2
            u a u:thanks a | 75
            # the first objection has no answer before it: 50 + 50 x (-1 / 3 - 1 / 3)
            u:objects a:fails u:objects a u a | 16.667
            # 50 + 50 x (-0.5 x 1 / 2 - 1 / 2)
            u a:fails u:asks-again a | 12.5
            # a closing says nothing of the user: 50 + 50 x 1 / 2
            u a:closes u:thanks | 75
            # 50 - 50 x 1 / 2
            u a u:gives-up a | 25
            # not below 0: the mood is -2 / 2 - 2 / 2
            u a:fails u:objects a:fails | 0
            """)
    void satisfaction_is_told_by_what_is_said(String turns, Double index) {
        Double satisfaction = Assessment.of(conversation(turns)).satisfaction();
        if (index == null) {
            assertThat(satisfaction).isNull();
        } else {
            assertThat(satisfaction).isCloseTo(index, within(0.001));
        }
    }

    @Test
    void the_last_rating_counts_and_nothing_that_is_said_beside_it() {
        Utterance question = Utterance.of(Role.USER, "Good morning!");
        Utterance thanks = Utterance.of(Role.USER, new Phrase("Thanks!", Set.of(Meaning.THANKS)));
        assertThat(Assessment.of(conversation(List.of(question.rated(Rating.stars(5)), thanks.rated(Rating.stars(2)))))
                        .satisfaction())
                .isEqualTo(25);
        assertThat(Assessment.of(conversation(List.of(question.rated(Rating.stars(1)))))
                        .satisfaction())
                .isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({"u a:step u:thanks, false", "u a:fails, true", "u a u:objects, true", "u a u:asks-again, true"})
    void saying_it_again_objecting_and_failing_are_problems(String turns, boolean hasProblem) {
        assertThat(Assessment.of(conversation(turns)).hasProblem()).isEqualTo(hasProblem);
    }

    private static Conversation conversation(String turns) {
        List<Utterance> said = new ArrayList<>();
        for (String turn : turns.split(" ")) {
            String[] parts = turn.split(":");
            Set<Meaning> meanings = parts.length == 1 ? Set.of() : Set.of(Meaning.named(parts[1]));
            said.add(Utterance.of(parts[0].equals("u") ? Role.USER : Role.ASSISTANT, new Phrase("any", meanings)));
        }
        return conversation(said);
    }

    private static Conversation conversation(List<Utterance> turns) {
        Instant start = Instant.parse("2025-01-06T12:00:00Z");
        List<Message> messages = new ArrayList<>();
        turns.forEach(turn -> messages.add(new Message(start.plusSeconds(messages.size()), turn)));
        return new Conversation("any", new User("ann", Map.of()), TimestampForm.UTC, messages);
    }
}
