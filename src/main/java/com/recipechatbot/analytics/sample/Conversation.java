package com.recipechatbot.analytics.sample;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A conversation as it took place, whatever becomes of its records on the way.
 *
 * @param user who talks to the chatbot
 * @param form how its records write their timestamps
 * @param messages in order of time, at least one of them counted
 */
record Conversation(String id, User user, TimestampForm form, List<Message> messages) {

    /** What users and the assistant said; calls and instructions to the assistant do not count. */
    List<Message> counted() {
        return messages.stream()
                .filter(message -> message.turn().role().isCounted())
                .toList();
    }

    LocalDate startDay() {
        return counted().get(0).day();
    }

    boolean isEngaged() {
        return turnsOf(Role.USER) > 0 && turnsOf(Role.ASSISTANT) > 0;
    }

    long turnsOf(Role role) {
        return messages.stream()
                .filter(message -> message.turn().role() == role)
                .count();
    }

    long turnsThat(Meaning meaning) {
        return messages.stream()
                .filter(message -> message.turn().meanings().contains(meaning))
                .count();
    }

    /** The turns that say one of these, or several. */
    long turnsThatAny(Set<Meaning> meanings) {
        return messages.stream()
                .filter(message -> !Collections.disjoint(message.turn().meanings(), meanings))
                .count();
    }

    /** What is left when the turns before the assistant's first one are left out. */
    Conversation sinceTheFirstAnswer() {
        List<Message> rest = messages.stream()
                .dropWhile(message -> message.turn().role() != Role.ASSISTANT)
                .toList();
        return new Conversation(id, user, form, rest);
    }

    List<ToolUse> toolUses() {
        return messages.stream()
                .map(message -> message.turn().tool())
                .filter(Objects::nonNull)
                .toList();
    }

    /** The title of the dish of each message that names one. */
    List<String> recipes() {
        return counted().stream()
                .filter(message -> message.turn().dish() != null)
                .map(message -> message.turn().dish().title())
                .toList();
    }
}
