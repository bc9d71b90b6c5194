package com.recipechatbot.analytics.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The facts of one message from which a conversation's outcome is told without its text.
 *
 * @param codes the {@link EvidenceCode}s as a bit mask
 * @param signature of a user message: one of 64 bits for each of its content words, so that a message which says the
 *     same again has about the same bits; 0 when it is too short to tell
 */
public record MessageEvidence(int codes, long signature) {

    private static final EvidenceCode[] CODES = EvidenceCode.values();
    private static final MessageEvidence NONE = new MessageEvidence(0, 0);
    private static final Map<EvidenceCode, Feature> FEATURES = Map.of(
            EvidenceCode.SCALING, Feature.SCALING,
            EvidenceCode.SHOPPING_LIST, Feature.SHOPPING_LIST,
            EvidenceCode.STEP_GUIDANCE, Feature.STEP_GUIDANCE,
            EvidenceCode.SUBSTITUTION, Feature.SUBSTITUTION);
    private static final ThreadLocal<EvidenceReading> READING = ThreadLocal.withInitial(EvidenceReading::new);

    /** The evidence of a redacted message; none for null. */
    public static MessageEvidence of(Speaker speaker, String text) {
        return text == null || text.isEmpty() ? NONE : READING.get().evidence(speaker, text);
    }

    /** The features that the message asks for in words, as {@link Feature#bit} each. */
    public int featureBits() {
        int bits = 0;
        if (codes != 0) {
            for (Map.Entry<EvidenceCode, Feature> asked : FEATURES.entrySet()) {
                bits |= asked.getKey().in(codes) ? asked.getValue().bit() : 0;
            }
        }
        return bits;
    }

    /** {@link #featureBits}, for people. */
    public List<Feature> features() {
        return Feature.inBits(featureBits());
    }

    /** The names of the codes, for people. */
    public List<EvidenceCode> codeList() {
        List<EvidenceCode> list = new ArrayList<>();
        if (codes != 0) {
            for (EvidenceCode code : CODES) {
                if (code.in(codes)) {
                    list.add(code);
                }
            }
        }
        return list;
    }
}
