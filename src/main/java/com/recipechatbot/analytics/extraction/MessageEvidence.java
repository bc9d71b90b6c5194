package com.recipechatbot.analytics.extraction;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The facts of one message from which a conversation's outcome is told without its text.
 *
 * @param codes the {@link EvidenceCode}s as a bit mask
 * @param signature of a user message: one of 64 bits for each of its content words, so that a message which says the
 *     same again has about the same bits; 0 when it is too short to tell
 */
public record MessageEvidence(int codes, long signature) {

    private static final MessageEvidence NONE = new MessageEvidence(0, 0);
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
        EnumSet<Feature> features = EnumSet.noneOf(Feature.class);
        if (EvidenceCode.SUBSTITUTION.in(codes)) {
            features.add(Feature.SUBSTITUTION);
        }
        if (EvidenceCode.SCALING.in(codes)) {
            features.add(Feature.SCALING);
        }
        if (EvidenceCode.SHOPPING_LIST.in(codes)) {
            features.add(Feature.SHOPPING_LIST);
        }
        if (EvidenceCode.STEP_GUIDANCE.in(codes)) {
            features.add(Feature.STEP_GUIDANCE);
        }
        return features;
    }

    /** The names of the codes, for people. */
    public List<EvidenceCode> codeList() {
        List<EvidenceCode> list = new ArrayList<>();
        for (EvidenceCode code : EvidenceCode.values()) {
            if (code.in(codes)) {
                list.add(code);
            }
        }
        return list;
    }
}
