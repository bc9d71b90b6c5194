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
    private static final int FEWEST_WORDS = 3;
    private static final int NOT_CONTENT = WordClass.STOP
            | WordClass.CLAUSE
            | WordClass.CONNECTOR
            | WordClass.DETERMINER
            | WordClass.PRAISE
            | WordClass.TAIL
            | WordClass.VOCATIVE;
    private static final PhraseTable USER = new PhraseTable();
    private static final PhraseTable ASSISTANT = new PhraseTable();

    static {
        List<String> lines = LexiconFile.lines("evidence.csv");
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split(",");
            PhraseTable phrases = columns[1].equals("user") ? USER : ASSISTANT;
            for (List<String> words : PhrasePattern.expand(columns[2], Map.of())) {
                phrases.add(words, EvidenceCode.valueOf(columns[0]).bit());
            }
        }
    }

    /** The evidence of a redacted message; none for null. */
    public static MessageEvidence of(Speaker speaker, String text) {
        if (text == null || text.isEmpty()) {
            return NONE;
        }
        PhraseTable phrases = speaker == Speaker.USER ? USER : ASSISTANT;
        Sentence sentence = new Sentence(text.length());
        SentenceReader reader = new SentenceReader(Lexicon.standard(), text, sentence);
        int codes = 0;
        long signature = 0;
        while (reader.next()) {
            for (int i = 0; i < sentence.size; i++) {
                long found = phrases.find(sentence, i);
                if (found >= 0) {
                    codes |= PhraseTable.valueOf(found);
                }
                if (!sentence.is(i, NOT_CONTENT)) {
                    signature |= 1L << (sentence.hashes[i] >>> 58);
                }
            }
        }
        boolean told = speaker == Speaker.USER && Long.bitCount(signature) >= FEWEST_WORDS;
        return new MessageEvidence(codes, told ? signature : 0);
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
