package com.recipechatbot.analytics.extraction.conversation;

import com.recipechatbot.analytics.extraction.EvidenceCode;
import com.recipechatbot.analytics.extraction.MessageEvidence;
import com.recipechatbot.analytics.extraction.Speaker;

/**
 * What is kept of one message, without its words, to show how the conversation went.
 *
 * @param sentAt in microseconds
 * @param codes the {@link EvidenceCode}s as a bit mask
 * @param signature of a user message, see {@link MessageEvidence}
 * @param rating the explicit rating that came with it, 0 to 100, or null
 */
public record Turn(Speaker speaker, long sentAt, int codes, long signature, Integer rating) {

    public static Turn of(Speaker speaker, long sentAt, MessageEvidence evidence, Integer rating) {
        return new Turn(speaker, sentAt, evidence.codes(), evidence.signature(), rating);
    }
}
