package com.recipechatbot.analytics.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The phrases of {@code cues.csv} beside which a dish is named, by speaker; for the same phrase the first line wins. */
final class CueTable {

    /** On which side of its cue the name is. */
    enum Side {
        BEFORE,
        AFTER,
        /** For the word "recipe": after it and a preposition, otherwise before it, otherwise right after it. */
        EITHER,
        /** After it, as a dish that the user does not want. */
        UNWANTED
    }

    /** @param rank the smaller, the more likely it is the dish that the message is about */
    record Cue(int rank, DishEvidence evidence, Side side) {}

    private static final CueTable STANDARD = new CueTable();

    private final List<Cue> cues = new ArrayList<>();
    private final PhraseTable user = new PhraseTable();
    private final PhraseTable assistant = new PhraseTable();

    private CueTable() {
        Map<String, List<String>> lists = new HashMap<>();
        LexiconFile.read("cue_words.txt")
                .forEach(entry -> lists.computeIfAbsent(entry.group(), group -> new ArrayList<>())
                        .add(entry.phrase()));
        List<String> lines = LexiconFile.lines("cues.csv");
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split(",");
            cues.add(new Cue(Integer.parseInt(columns[0]), DishEvidence.valueOf(columns[2]), Side.valueOf(columns[3])));
            for (List<String> words : LexiconFile.expand(columns[4], lists)) {
                if (!columns[1].equals("assistant")) {
                    user.add(words, cues.size() - 1);
                }
                if (!columns[1].equals("user")) {
                    assistant.add(words, cues.size() - 1);
                }
            }
        }
    }

    static CueTable standard() {
        return STANDARD;
    }

    PhraseTable phrases(Speaker speaker) {
        return speaker == Speaker.USER ? user : assistant;
    }

    Cue cue(int value) {
        return cues.get(value);
    }
}
