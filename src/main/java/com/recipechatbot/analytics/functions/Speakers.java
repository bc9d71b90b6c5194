package com.recipechatbot.analytics.functions;

import com.recipechatbot.analytics.extraction.Speaker;
import java.util.Optional;
import org.apache.spark.unsafe.types.UTF8String;

/** Who speaks in a record of a role: nobody in tool output and system prompts. */
final class Speakers {

    private static final UTF8String USER = UTF8String.fromString("user");
    private static final UTF8String ASSISTANT = UTF8String.fromString("assistant");
    private static final Optional<Speaker> USER_SPEAKS = Optional.of(Speaker.USER);
    private static final Optional<Speaker> ASSISTANT_SPEAKS = Optional.of(Speaker.ASSISTANT);

    private Speakers() {}

    static Optional<Speaker> of(UTF8String role) {
        if (USER.equals(role)) {
            return USER_SPEAKS;
        }
        return ASSISTANT.equals(role) ? ASSISTANT_SPEAKS : Optional.empty();
    }
}
