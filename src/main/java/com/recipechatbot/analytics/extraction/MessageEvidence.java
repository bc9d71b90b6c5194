package com.recipechatbot.analytics.extraction;

import java.util.List;

/**
 * The facts of one message from which a conversation's outcome is determined without its text.
 *
 * @param codes the {@link EvidenceCode}s as a bit mask
 * @param signature of a user message: one of 64 bits for each of its content words, so that a message which says the
 *     same again has about the same bits; 0 when it is too short to tell
 */
public record MessageEvidence(int codes, long signature) {

    public static final MessageEvidence NONE = new MessageEvidence(0, 0);
    private static final ThreadLocal<MessageReader> READER = ThreadLocal.withInitial(MessageReader::new);
    private static final ThreadLocal<MessageText> TEXT = ThreadLocal.withInitial(MessageText::new);

    /** The evidence of a redacted message; none for null. */
    public static MessageEvidence of(Speaker speaker, String text) {
        if (text == null || text.isEmpty()) {
            return NONE;
        }
        MessageText message = TEXT.get();
        message.set(text);
        MessageReader reader = READER.get();
        reader.read(speaker, message, RecipeExtractor.standard());
        return reader.evidence();
    }

    /** The features that the message asks for in words, as {@link Feature#bit} each. */
    public int featureBits() {
        int bits = 0;
        bits |= EvidenceCode.SUBSTITUTION.in(codes) ? Feature.SUBSTITUTION.bit() : 0;
        bits |= EvidenceCode.SCALING.in(codes) ? Feature.SCALING.bit() : 0;
        bits |= EvidenceCode.SHOPPING_LIST.in(codes) ? Feature.SHOPPING_LIST.bit() : 0;
        bits |= EvidenceCode.STEP_GUIDANCE.in(codes) ? Feature.STEP_GUIDANCE.bit() : 0;
        return bits;
    }

    /** {@link #featureBits}, for people. */
    public List<Feature> features() {
        return Feature.inBits(featureBits());
    }

    /** The names of the codes, for people. */
    public List<EvidenceCode> codeList() {
        return EvidenceCode.inBits(codes);
    }
}
