package com.recipechatbot.analytics.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts users, dialogues and times together: the truth that the export and the expected counts are both made from. */
final class Conversations {

    private static final int MODELS = 1;

    private final Vocabulary vocabulary = Vocabulary.standard();
    private final Users users;
    private final OpenHours openHours;
    private final SampleOptions options;

    Conversations(SampleOptions options) {
        this.options = options;
        this.users = new Users(options);
        this.openHours = new OpenHours(options);
    }

    /**
     * @param number of the conversation on its day
     * @return empty when the chatbot is down before anybody has said anything
     */
    Optional<Conversation> hold(LocalDate day, int number, Instant start) {
        Chance chance = Chance.of(options.seed(), day.toEpochDay(), number);
        User user = users.pick((int) (day.toEpochDay() - options.from().toEpochDay()), chance);
        TimestampForm form = TimestampForm.pick(chance);
        List<Message> messages = new ArrayList<>();
        Instant now = start;
        for (Utterance turn : Dialogue.write(vocabulary, chance)) {
            if (!openHours.contains(now)) {
                break;
            }
            messages.add(new Message(form.rounded(now), reported(turn, day, number, messages.size())));
            now = now.plusSeconds(pause(turn, chance)).plusNanos(chance.below(1_000_000) * 1_000L);
        }
        Conversation conversation = new Conversation(
                String.format(Locale.ROOT, "conversation-%s-%06d", day, number), user, form, List.copyOf(messages));
        return conversation.counted().isEmpty() ? Optional.empty() : Optional.of(conversation);
    }

    /** Two conversations in three report their models. Chances of their own leave all others as they are. */
    private Utterance reported(Utterance turn, LocalDate day, int number, int place) {
        Chance ofConversation = Chance.of(options.seed(), day.toEpochDay(), number, MODELS);
        return turn.role() == Role.ASSISTANT && !ofConversation.oneIn(3)
                ? turn.writtenBy(ModelAnswer.pick(
                        ofConversation, Chance.of(options.seed(), day.toEpochDay(), number, MODELS, place)))
                : turn;
    }

    /** Seconds until the next turn; at least 2, so that no form of timestamp makes two turns one. */
    private static int pause(Utterance turn, Chance chance) {
        return turn.role() == Role.ASSISTANT ? chance.between(10, 150) : chance.between(2, 9);
    }
}
