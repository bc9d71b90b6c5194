package com.recipechatbot.analytics.extraction.conversation;

import com.recipechatbot.analytics.extraction.MessageEvidence;
import com.recipechatbot.analytics.extraction.Speaker;
import java.util.ArrayList;
import java.util.List;

/** A conversation of a test, written "U: hello / A: hi there", a message every second. */
final class Conversation {

    private Conversation() {}

    static ConversationEvidence evidence(String messages) {
        List<Turn> turns = new ArrayList<>();
        for (String message : messages.split(" / ")) {
            Speaker speaker = message.startsWith("U: ") ? Speaker.USER : Speaker.ASSISTANT;
            MessageEvidence evidence = MessageEvidence.of(speaker, message.substring(3));
            turns.add(Turn.of(speaker, turns.size() * 1_000_000L, evidence, null));
        }
        return ConversationEvidence.of(turns);
    }
}
