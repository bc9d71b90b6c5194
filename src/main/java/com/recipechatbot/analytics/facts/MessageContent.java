package com.recipechatbot.analytics.facts;

import com.recipechatbot.analytics.extraction.RecipeMention;
import com.recipechatbot.analytics.extraction.metadata.ModelUse;
import com.recipechatbot.analytics.extraction.metadata.ToolCall;
import com.recipechatbot.analytics.privacy.redact.Redaction;
import java.util.List;

/**
 * What is kept of a message.
 *
 * @param evidence codes as a bit mask
 * @param signature of the words of a user message, 0 when it is too short to tell
 * @param features as a bit mask by their order
 * @param rating explicit, 0 to 100, or null
 * @param hasText whether there is any but white space, kept or not
 * @param isTruncated whether the chatbot has cut the message
 * @param modelUse of the model that wrote it, or null
 * @param redaction what was masked; null without a text
 * @param text the redacted text in UTF-8 where it is to be kept, or null
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares or prints it
public record MessageContent(
        int evidence,
        long signature,
        int features,
        Integer rating,
        boolean hasText,
        boolean isTruncated,
        List<RecipeMention> mentions,
        List<ToolCall> tools,
        ModelUse modelUse,
        Redaction redaction,
        byte[] text) {

    /** Of a record that withdraws a message. */
    static final MessageContent NONE =
            new MessageContent(0, 0, 0, null, false, false, List.of(), List.of(), null, null, null);
}
