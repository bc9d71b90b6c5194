package com.recipechatbot.analytics.extraction;

/** All that a reader must know of a word, in one look: the lexicon, and the phrases that the word may begin. */
final class Vocabulary {

    private static final Vocabulary STANDARD = new Vocabulary();

    private final WordTable words = new WordTable();

    private Vocabulary() {
        Lexicon.standard().words().forEach(words::merge);
        addPhrases(CueTable.standard().phrases(Speaker.USER), KnownWord.USER_CUE);
        addPhrases(CueTable.standard().phrases(Speaker.ASSISTANT), KnownWord.ASSISTANT_CUE);
        addPhrases(EvidenceReading.phrases(Speaker.USER), KnownWord.USER_EVIDENCE);
        addPhrases(EvidenceReading.phrases(Speaker.ASSISTANT), KnownWord.ASSISTANT_EVIDENCE);
        addPhrases(DishGrammar.names(), KnownWord.DISH_NAME);
        LexiconFile.hashes("abbreviations").forEach((word, bit) -> words.merge(word, KnownWord.ABBREVIATION));
    }

    static Vocabulary standard() {
        return STANDARD;
    }

    /** The bits of {@link KnownWord} under the hash of a folded word; 0 when it is unknown. */
    long get(long hash) {
        return words.get(hash);
    }

    private void addPhrases(PhraseTable phrases, int kind) {
        phrases.beginnings().forEach((word, firstKind) -> words.merge(word, firstKind * kind));
    }
}
