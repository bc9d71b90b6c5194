package com.recipechatbot.analytics.extraction;

import java.util.List;
import java.util.Map;

/** The phrases of {@code evidence.csv}, by speaker; the value of a phrase is the {@link EvidenceCode} as a mask. */
final class EvidenceTable {

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

    private EvidenceTable() {}

    static PhraseTable phrases(Speaker speaker) {
        return speaker == Speaker.USER ? USER : ASSISTANT;
    }

    /** What would be taken for something else has no code. */
    private static int code(String name) {
        return name.equals("NOTHING") ? 0 : EvidenceCode.valueOf(name).bit();
    }
}
