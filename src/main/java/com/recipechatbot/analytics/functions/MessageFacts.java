package com.recipechatbot.analytics.functions;

import com.recipechatbot.analytics.extraction.ExplicitRating;
import com.recipechatbot.analytics.extraction.Feature;
import com.recipechatbot.analytics.extraction.MessageEvidence;
import com.recipechatbot.analytics.extraction.RecipeMention;
import com.recipechatbot.analytics.extraction.Speaker;
import com.recipechatbot.analytics.extraction.ToolCall;
import com.recipechatbot.analytics.extraction.ToolCalls;
import com.recipechatbot.analytics.privacy.redact.Redaction;
import com.recipechatbot.analytics.privacy.redact.Redactor;
import java.util.List;
import java.util.Optional;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Redacts a message, then extracts what is kept of it. One thread reads message after message with the same object; the
 * accessors describe the message read last, for as long as the strings that it was given stay unchanged.
 */
public final class MessageFacts {

    /** Where the chatbot cuts a message, in characters. */
    private static final int CUT = 500;
    /** A value longer than this is recognized by its first characters, even if its end is missing. */
    private static final int LONGEST_VALUE = 64;

    private static final UTF8String EMPTY_OBJECT = UTF8String.fromString("{}");
    private static final MessageEvidence NO_EVIDENCE = new MessageEvidence(0, 0);

    private Optional<Speaker> speaker = Optional.empty();
    private UTF8String text;
    private boolean truncated;
    private Redaction redaction = Texts.redact(Redactor.standard(), null);
    private String redacted;
    private List<RecipeMention> mentions = List.of();
    private MessageEvidence evidence = NO_EVIDENCE;
    private List<ToolCall> tools = List.of();
    private Integer rating;

    /**
     * Reads the next message. Any argument may be null.
     *
     * @param role "user", "assistant" or another one, which names no dish and has no evidence
     * @param messageText as the record has it
     * @param metadata JSON, as the record has it
     * @param titles dishes of the caller, one per line
     */
    public void read(UTF8String role, UTF8String messageText, UTF8String metadata, UTF8String titles) {
        speaker = Speakers.of(role);
        text = messageText;
        truncated = text != null && text.numBytes() >= CUT && text.numChars() == CUT;
        redaction = Texts.redact(Redactor.standard(), text);
        redacted = text == null ? null : redact();
        mentions = speaker.isEmpty() ? List.of() : Extractors.with(titles).mentions(speaker.get(), redacted);
        evidence = speaker.isEmpty() ? NO_EVIDENCE : MessageEvidence.of(speaker.get(), redacted);
        String fields = metadata == null || metadata.equals(EMPTY_OBJECT) ? null : metadata.toString();
        tools = ToolCalls.of(fields, redacted, FactRows::toolName);
        rating = ExplicitRating.of(fields);
    }

    private String redact() {
        String whole = redaction.isClean() ? text.toString() : redaction.text();
        return truncated ? withoutHalfAValue(whole) : whole;
    }

    /** Half an address or a number may stand at the end of a cut message, so nothing of that end is passed on. */
    private static String withoutHalfAValue(String redacted) {
        int end = redacted.lastIndexOf(' ', redacted.length() - LONGEST_VALUE);
        return redacted.substring(0, Math.max(end, 0));
    }

    /** Empty for tool output and system prompts. */
    public Optional<Speaker> speaker() {
        return speaker;
    }

    /** Whether the chatbot cut the message, so that its end is missing. */
    public boolean truncated() {
        return truncated;
    }

    /** Clean for a message without text. */
    public Redaction redaction() {
        return redaction;
    }

    /** The same object as the text that was read when it is kept whole; null for a message without text. */
    public UTF8String redactedText() {
        return text == null || (redaction.isClean() && !truncated) ? text : UTF8String.fromString(redacted);
    }

    /** The dishes with distinct keys, the one that the message is most likely about first. */
    public List<RecipeMention> mentions() {
        return mentions;
    }

    public MessageEvidence evidence() {
        return evidence;
    }

    /** The calls in order. */
    public List<ToolCall> tools() {
        return tools;
    }

    /** The features that the message uses, as {@link Feature#bit} each. */
    public int featureBits() {
        int bits = mentions.isEmpty() ? 0 : Feature.RECIPE.bit();
        bits |= evidence.featureBits();
        for (ToolCall call : tools) {
            bits |= Feature.ofTool(call.tool()).map(Feature::bit).orElse(0);
        }
        return bits;
    }

    /** The explicit rating, 0 to 100; null when the metadata has none. */
    public Integer rating() {
        return rating;
    }
}
