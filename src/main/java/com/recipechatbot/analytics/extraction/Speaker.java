package com.recipechatbot.analytics.extraction;

/** Who wrote a message that is read for content; tool and system messages are not. */
public enum Speaker {
    USER,
    ASSISTANT
}
