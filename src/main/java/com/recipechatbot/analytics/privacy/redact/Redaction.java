package com.recipechatbot.analytics.privacy.redact;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.redact.text.Placeholders;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The result of redacting one text. All clean texts share one result that holds no text: the caller keeps the input.
 */
public final class Redaction {

    static final Redaction CLEAN = new Redaction(null, List.of());
    static final Redaction WITHHELD = new Redaction(Placeholders.WITHHELD, List.of());

    private final String text;
    private final List<Span> spans;

    private Redaction(String text, List<Span> spans) {
        this.text = text;
        this.spans = spans;
    }

    static Redaction of(String redactedText, List<Span> spans) {
        return new Redaction(redactedText, List.copyOf(spans));
    }

    /** Whether nothing was found, so that the input may be kept as it is. */
    public boolean isClean() {
        return this == CLEAN;
    }

    /** Whether a detector failed, so that the whole text was replaced by {@code [REDACTED]}. */
    public boolean isWithheld() {
        return this == WITHHELD;
    }

    /** The values found, by position, in code points of the input; none when the text is clean or withheld. */
    public List<Span> spans() {
        return spans;
    }

    public int count(PersonalDataType type) {
        int count = 0;
        for (Span span : spans) {
            if (span.type() == type) {
                count++;
            }
        }
        return count;
    }

    /**
     * The text with every value replaced by its placeholder.
     *
     * @throws IllegalStateException for a clean text, which is not kept
     */
    public String text() {
        if (isClean()) {
            throw new IllegalStateException(
                    "Cannot give the redacted text: nothing was found in it. Keep the input when isClean() is true.");
        }
        return text;
    }

    /**
     * The text without personal data.
     *
     * @param input the text that was redacted, which a clean result does not keep
     */
    public String textOf(String input) {
        return isClean() ? input : text;
    }

    /** {@link #text()} in UTF-8. */
    public byte[] utf8() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
