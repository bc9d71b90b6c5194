package com.recipechatbot.analytics.logs;

import com.recipechatbot.analytics.privacy.redact.Redaction;
import com.recipechatbot.analytics.privacy.redact.Redactor;
import java.nio.charset.StandardCharsets;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.rewrite.RewritePolicy;
import org.apache.logging.log4j.core.impl.ContextDataFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.ReadOnlyStringMap;
import org.apache.logging.log4j.util.StringMap;

/**
 * Redacts what a log event says: its message, those of its throwable, and its context. It fails closed: what cannot be
 * checked is withheld. A clean event stays as it is.
 */
final class LogRedaction implements RewritePolicy {

    static final String WITHHELD = "A log message was withheld: it could not be checked for personal data.";

    @Override
    public LogEvent rewrite(LogEvent event) {
        try {
            return redact(event);
        } catch (RuntimeException | StackOverflowError e) {
            // Neither the event nor the failure, which may quote it.
            return event(event, WITHHELD, null, ContextDataFactory.emptyFrozenContextData());
        }
    }

    private static LogEvent redact(LogEvent event) {
        String message = event.getMessage().getFormattedMessage();
        String redacted = redact(message);
        Throwable thrown = RedactedThrowable.of(event.getThrown());
        StringMap context = redact(event.getContextData());
        if (redacted.equals(message) && thrown == event.getThrown() && context.equals(event.getContextData())) {
            return event;
        }
        return event(event, redacted, thrown, context);
    }

    /** The text itself when it is clean, in which case it costs one pass over it. */
    static String redact(String text) {
        if (text == null) {
            return "";
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        Redaction redaction = Redactor.standard().redact(utf8, 0, utf8.length);
        String shown = redaction.isClean() ? text : redaction.text();
        String decoded = PercentEscapes.decode(shown);
        return decoded.equals(shown) ? shown : redactDecoded(shown, decoded);
    }

    /** Paths are logged with their blanks and signs escaped, which no detector reads. */
    private static String redactDecoded(String text, String decoded) {
        Redaction redaction = Redactor.standard().redact(decoded);
        return redaction.isClean() ? text : redaction.text();
    }

    private static StringMap redact(ReadOnlyStringMap context) {
        StringMap redacted = ContextDataFactory.createContextData();
        context.forEach((key, value) -> redacted.putValue(redact(key), redact(String.valueOf(value))));
        return redacted;
    }

    private static LogEvent event(LogEvent event, String message, Throwable thrown, StringMap context) {
        return new Log4jLogEvent.Builder(event)
                .setMessage(new SimpleMessage(message))
                .setThrown(thrown)
                // The builder would keep the one of the throwable that it was made from.
                .setThrownProxy(null)
                .setContextData(context)
                .build();
    }
}
