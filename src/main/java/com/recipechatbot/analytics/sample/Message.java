package com.recipechatbot.analytics.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A turn and when it was said. */
record Message(Instant sentAt, Utterance turn) {

    LocalDate day() {
        return LocalDate.ofInstant(sentAt, ZoneOffset.UTC);
    }

    int hour() {
        return sentAt.atOffset(ZoneOffset.UTC).getHour();
    }

    boolean isFromUser() {
        return turn.role() == Role.USER;
    }
}
