package com.recipechatbot.analytics.extraction;

import java.util.ArrayList;
import java.util.List;

/** A conversation of a test, written "U: hello / A: hi there", a message every second. */
final class Conversation {

    private Conversation() {}

    static ConversationEvidence evidence(String messages) {
        return parts(messages).stream().reduce(ConversationEvidence::plus).orElseThrow();
    }

    /** The evidence of each message. */
    static List<ConversationEvidence> parts(String messages) {
        List<ConversationEvidence> parts = new ArrayList<>();
        for (String message : messages.split(" / ")) {
            Speaker speaker = message.startsWith("U: ") ? Speaker.USER : Speaker.ASSISTANT;
            MessageEvidence evidence = MessageEvidence.of(speaker, message.substring(3));
            parts.add(ConversationEvidence.of(speaker, evidence, null, parts.size() * 1_000_000L));
        }
        return parts;
    }
}
