package com.recipechatbot.analytics.facts;

import java.time.LocalDate;

/** A conversation whose facts do not fit into the memory of a task. */
public final class FactsTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param bytes how much they may take */
    public FactsTooLargeException(LocalDate firstDay, int messages, int bytes) {
        super(("Cannot fold a conversation that begins on %s: its first %,d messages already take %,d MB."
                        + " Look for a conversation_id that the exporter gives to everyone, and exclude or repair its records.")
                .formatted(firstDay == null ? "an unknown day" : firstDay, messages, bytes >> 20));
    }
}
