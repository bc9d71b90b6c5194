package com.recipechatbot.analytics.logs;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Replaces a throwable whose messages hold personal data in a log: same class name, places, causes; no values. */
final class RedactedThrowable extends Throwable {

    private static final long serialVersionUID = 1;

    private RedactedThrowable(String message) {
        super(message);
    }

    /** The throwable itself, when neither it nor its causes hold personal data. */
    static Throwable of(Throwable thrown) {
        return isClean(thrown, newSet()) ? thrown : copy(thrown, newSet());
    }

    /** The message begins with the name of the class that this replaces. */
    @Override
    // The name of this class would precede that of the other one.
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return getMessage();
    }

    private static boolean isClean(Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return true;
        }
        String said = String.valueOf(thrown);
        String message = String.valueOf(thrown.getLocalizedMessage());
        if (!LogRedaction.redact(said).equals(said)
                || !LogRedaction.redact(message).equals(message)) {
            return false;
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (!isClean(suppressed, seen)) {
                return false;
            }
        }
        return isClean(thrown.getCause(), seen);
    }

    private static Throwable copy(Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return null;
        }
        RedactedThrowable copy = new RedactedThrowable(LogRedaction.redact(String.valueOf(thrown)));
        copy.setStackTrace(thrown.getStackTrace());
        for (Throwable suppressed : thrown.getSuppressed()) {
            Throwable redacted = copy(suppressed, seen);
            if (redacted != null) {
                copy.addSuppressed(redacted);
            }
        }
        copy.initCause(copy(thrown.getCause(), seen));
        return copy;
    }

    private static Set<Throwable> newSet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
