package com.recipechatbot.analytics.extraction;

import java.util.List;
import java.util.Map;

/** Reads messages for their evidence, one after the other, in the same buffers. */
final class EvidenceReading {

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
                phrases.add(words, code(columns[0]));
            }
        }
    }

    /** What would be taken for something else has no code. */
    private static int code(String name) {
        return name.equals("NOTHING") ? 0 : EvidenceCode.valueOf(name).bit();
    }

    private final Sentence sentence = new Sentence();
    private final SentenceReader reader = new SentenceReader(Lexicon.standard(), sentence);

    MessageEvidence evidence(Speaker speaker, CharSequence message) {
        PhraseTable phrases = speaker == Speaker.USER ? USER : ASSISTANT;
        int codes = 0;
        long signature = 0;
        reader.begin(message);
        while (reader.next()) {
            for (int word = 0; word < sentence.size; word++) {
                long found = phrases.find(sentence, word);
                if (found >= 0) {
                    codes |= PhraseTable.valueOf(found);
                }
                if (!sentence.is(word, NOT_CONTENT)) {
                    signature |= 1L << (sentence.hashes[word] >>> 58);
                }
            }
        }
        boolean told = speaker == Speaker.USER && Long.bitCount(signature) >= FEWEST_WORDS;
        return new MessageEvidence(codes, told ? signature : 0);
    }
}
