package com.recipechatbot.analytics.functions;

import com.recipechatbot.analytics.extraction.Feature;
import com.recipechatbot.analytics.extraction.MessageEvidence;
import com.recipechatbot.analytics.extraction.MessageReader;
import com.recipechatbot.analytics.extraction.MessageText;
import com.recipechatbot.analytics.extraction.RecipeMention;
import com.recipechatbot.analytics.extraction.Speaker;
import com.recipechatbot.analytics.extraction.metadata.ExplicitRating;
import com.recipechatbot.analytics.extraction.metadata.MessageMetadata;
import com.recipechatbot.analytics.extraction.metadata.ModelNames;
import com.recipechatbot.analytics.extraction.metadata.ModelUse;
import com.recipechatbot.analytics.extraction.metadata.ModelUses;
import com.recipechatbot.analytics.extraction.metadata.ToolCall;
import com.recipechatbot.analytics.extraction.metadata.ToolCalls;
import com.recipechatbot.analytics.extraction.metadata.ToolNames;
import com.recipechatbot.analytics.privacy.redact.Redaction;
import com.recipechatbot.analytics.privacy.redact.Redactor;
import java.util.Collection;
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
    /** In bytes. */
    private static final int LONGEST_CHARACTER = 4;

    private static final UTF8String EMPTY_OBJECT = UTF8String.fromString("{}");
    private static final UTF8String TOOL = UTF8String.fromString("tool");

    private final ToolNames toolNames;
    private final ModelNames modelNames;
    private final MessageReader reader = new MessageReader();
    private final MessageText kept = new MessageText();
    private Optional<Speaker> speaker = Optional.empty();
    private UTF8String text;
    private boolean truncated;
    private Redaction redaction = Texts.redact(Redactor.standard(), null);
    private List<RecipeMention> mentions = List.of();
    private MessageEvidence evidence = MessageEvidence.NONE;
    private List<ToolCall> tools = List.of();
    private ModelUse modelUse;
    private Integer rating;

    /** @param tools names of tools that are listed besides those that are known */
    public MessageFacts(Collection<String> tools) {
        toolNames = new ToolNames(tools, MessageFacts::isClean);
        modelNames = new ModelNames(MessageFacts::isClean);
    }

    private static boolean isClean(String name) {
        return Redactor.standard().redact(name).isClean();
    }

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
        truncated = text != null && isCut(text);
        redaction = Texts.redact(Redactor.standard(), text);
        keep();
        if (speaker.isPresent() && kept.length() > 0) {
            reader.read(speaker.get(), kept, Extractors.with(titles));
            mentions = reader.mentions();
            evidence = reader.evidence();
        } else {
            mentions = List.of();
            evidence = MessageEvidence.NONE;
        }
        MessageMetadata fields = metadata(metadata);
        boolean mayReport = TOOL.equals(role) || speaker.equals(Optional.of(Speaker.ASSISTANT));
        tools = ToolCalls.in(fields, mayReport ? kept : null, toolNames);
        modelUse = speaker.equals(Optional.of(Speaker.ASSISTANT)) ? ModelUses.in(fields, modelNames) : null;
        rating = ExplicitRating.in(fields);
    }

    private static MessageMetadata metadata(UTF8String json) {
        return MessageMetadata.of(json == null || json.equals(EMPTY_OBJECT) ? null : json.toString());
    }

    private static boolean isCut(UTF8String text) {
        return text.numBytes() >= CUT && text.numBytes() <= CUT * LONGEST_CHARACTER && text.numChars() == CUT;
    }

    private void keep() {
        if (text == null) {
            kept.set("");
        } else if (redaction.isClean()) {
            Texts.copy(text, kept);
        } else {
            kept.set(redaction.text());
        }
        if (truncated) {
            // Half an address or a number may be at the end of a cut message, so nothing of that end is passed on.
            kept.dropEnd(LONGEST_VALUE);
        }
    }

    /** Empty for tool output and system prompts. */
    public Optional<Speaker> speaker() {
        return speaker;
    }

    /** Whether there is anything but white space. */
    public boolean hasText() {
        for (int at = 0; text != null && at < text.numBytes(); at++) {
            // Bytes beyond ASCII are negative.
            if (text.getByte(at) > ' ' || text.getByte(at) < 0) {
                return true;
            }
        }
        return false;
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
        return text == null || (redaction.isClean() && !truncated) ? text : UTF8String.fromString(kept.toString());
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

    /** The model that wrote the message; null when its record names none, or is not the assistant's. */
    public ModelUse modelUse() {
        return modelUse;
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
