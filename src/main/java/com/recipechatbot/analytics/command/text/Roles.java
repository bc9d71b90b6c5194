package com.recipechatbot.analytics.command.text;

import com.recipechatbot.analytics.extraction.Speaker;
import java.util.Optional;

/** Who speaks in a message of a role: nobody in tool output and system prompts. */
final class Roles {

    private Roles() {}

    static Optional<Speaker> speaker(String role) {
        return switch (role) {
            case "user" -> Optional.of(Speaker.USER);
            case "assistant" -> Optional.of(Speaker.ASSISTANT);
            default -> Optional.empty();
        };
    }
}
