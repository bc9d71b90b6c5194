package com.recipechatbot.analytics.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.recipechatbot.analytics.extraction.DishCategory;
import com.recipechatbot.analytics.extraction.DishClassifier;
import com.recipechatbot.analytics.extraction.EvidenceCode;
import com.recipechatbot.analytics.extraction.MessageEvidence;
import com.recipechatbot.analytics.extraction.RecipeExtractor;
import com.recipechatbot.analytics.extraction.RecipeMention;
import com.recipechatbot.analytics.extraction.Speaker;
import com.recipechatbot.analytics.extraction.conversation.ConversationEvidence;
import com.recipechatbot.analytics.extraction.conversation.ConversationOutcome;
import com.recipechatbot.analytics.extraction.conversation.Satisfaction;
import com.recipechatbot.analytics.extraction.metadata.ExplicitRating;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the sample says, it says so plainly that the extraction reads just that. Which of the two is wrong when they
 * differ has to be judged: a sentence is changed when people could read it in two ways, the rules when they could not.
 */
class PlantedMeaningsTest {

    private static final Map<Meaning, EvidenceCode> CODES = new EnumMap<>(Map.of(
            Meaning.CLOSES, EvidenceCode.CLOSING,
            Meaning.MADE_IT, EvidenceCode.COOKED,
            Meaning.GIVES_UP, EvidenceCode.GIVES_UP,
            Meaning.THANKS, EvidenceCode.THANKS,
            Meaning.OBJECTS, EvidenceCode.NEGATION,
            Meaning.FAILS, EvidenceCode.SYSTEM_FAILURE,
            Meaning.STEP_GUIDANCE, EvidenceCode.STEP_GUIDANCE,
            Meaning.SUBSTITUTION, EvidenceCode.SUBSTITUTION,
            Meaning.SCALING, EvidenceCode.SCALING,
            Meaning.SHOPPING_LIST, EvidenceCode.SHOPPING_LIST));

    private static final Set<String> ASSISTANT = Set.of("present", "step", "closing", "failure", "noted");

    private static final PhraseBook PHRASES = PhraseBook.read("phrases.txt");

    static Stream<String> kinds() {
        return PHRASES.kinds().stream().filter(kind -> !kind.equals("system"));
    }

    static List<Dish> menu() {
        return Dishes.standard().menu();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aSentenceIsReadAsItIsMeant(String kind) {
        boolean isAnswer = ASSISTANT.contains(kind) || kind.endsWith("-answer") || kind.startsWith("ingredients");
        assertThat(PHRASES.ofKind(kind)).allSatisfy(phrase -> {
            List<EvidenceCode> read = MessageEvidence.of(isAnswer ? Speaker.ASSISTANT : Speaker.USER, phrase.text())
                    .codeList();
            Set<EvidenceCode> meant = EnumSet.noneOf(EvidenceCode.class);
            phrase.meanings().stream()
                    .filter(CODES::containsKey)
                    .map(CODES::get)
                    .forEach(meant::add);
            assertThat(read)
                    .filteredOn(CODES::containsValue)
                    .as(phrase.text())
                    .containsExactlyInAnyOrderElementsOf(meant);
            if (phrase.meanings().contains(Meaning.ACKNOWLEDGES)) {
                assertThat(read).as(phrase.text()).contains(EvidenceCode.STEP_DONE);
            }
            if (phrase.meanings().contains(Meaning.STEP)) {
                assertThat(read).as(phrase.text()).contains(EvidenceCode.STEP);
            }
        });
    }

    @Test
    void aConversationIsReadAsItWentByItsMeanings() {
        SampleOptions options = new SampleOptions(LocalDate.of(2025, 1, 6), 14, 60, 3);
        Conversations conversations = new Conversations(options);
        MealTimes mealTimes = new MealTimes(options);
        for (LocalDate day : options.range().days()) {
            int number = 0;
            for (Instant start : mealTimes.starts(day)) {
                conversations.hold(day, ++number, start).ifPresent(PlantedMeaningsTest::readsAsMeant);
            }
        }
    }

    private static void readsAsMeant(Conversation conversation) {
        ConversationEvidence evidence = ConversationEvidence.of(
                conversation.counted().stream().map(message -> turn(message)).toList());
        Assessment meant = Assessment.of(conversation);
        assertThat(ConversationOutcome.of(evidence).name())
                .as(conversation::toString)
                .isEqualTo(meant.outcome().name());
        assertThat(Satisfaction.hasProblem(evidence)).as(conversation::toString).isEqualTo(meant.hasProblem());
        if (meant.satisfaction() == null) {
            assertThat(Satisfaction.index(evidence)).as(conversation::toString).isNull();
        } else {
            assertThat(Satisfaction.index(evidence))
                    .as(conversation::toString)
                    .isCloseTo(meant.satisfaction(), within(1e-9));
        }
    }

    private static com.recipechatbot.analytics.extraction.conversation.Turn turn(Message message) {
        Speaker speaker = message.isFromUser() ? Speaker.USER : Speaker.ASSISTANT;
        Utterance turn = message.turn();
        return com.recipechatbot.analytics.extraction.conversation.Turn.of(
                speaker,
                ChronoUnit.MICROS.between(Instant.EPOCH, message.sentAt()),
                MessageEvidence.of(speaker, turn.text()),
                ExplicitRating.of(SampleText.json(turn.metadata())));
    }

    @ParameterizedTest
    @MethodSource("menu")
    void aDishIsReadFromEverySentenceThatNamesIt(Dish dish) {
        for (String kind : List.of("ask", "long-ask", "another", "present")) {
            Speaker speaker = kind.equals("present") ? Speaker.ASSISTANT : Speaker.USER;
            for (Phrase phrase : PHRASES.ofKind(kind)) {
                String text = phrase.text().replace("{dish}", dish.title());
                assertThat(RecipeExtractor.standard().mentions(speaker, text))
                        .as(text)
                        .containsExactly(new RecipeMention(dish.title(), dish.key()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("menu")
    void aDishIsOfItsCourseCuisineAndDiets(Dish dish) {
        assertThat(Stream.of(dish.title(), dish.variant()).filter(name -> !name.isEmpty()))
                .allSatisfy(name -> {
                    DishCategory category = DishClassifier.standard().classify(name);
                    assertThat(category.course()).isEqualTo(dish.course());
                    assertThat(category.cuisine() == null ? "unknown" : category.cuisine())
                            .isEqualTo(dish.cuisine());
                    assertThat(category.diets()).containsExactlyInAnyOrderElementsOf(dish.dietList());
                });
    }
}
