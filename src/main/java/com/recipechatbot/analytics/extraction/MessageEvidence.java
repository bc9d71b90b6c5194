package com.recipechatbot.analytics.extraction;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The facts of one message from which a conversation's outcome is told without its text.
 *
 * @param codes the {@link EvidenceCode}s as a bit mask
 * @param signature of a user message: one of 64 bits for each of its content words, so that a message which says the
 *     same again has about the same bits; 0 when it is too short to tell
 */
public record MessageEvidence(int codes, long signature) {

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

    /** The features that the message asks for in words. */
    public Set<Feature> features() {
        return FEATURES.entrySet().stream()
                .filter(feature -> feature.getKey().in(codes))
                .map(Map.Entry::getValue)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The names of the codes, for people. */
    public List<EvidenceCode> codeList() {
        return Arrays.stream(EvidenceCode.values())
                .filter(code -> code.in(codes))
                .toList();
    }
}
