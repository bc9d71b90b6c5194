package com.recipechatbot.analytics.extraction;

import java.util.List;

/**
 * Reads redacted messages, one after the other, for the dishes that they name and for their evidence: one pass over the
 * characters gives both. For one thread; its answers are about the message read last.
 */
public final class MessageReader {

    private final Sentence sentence = new Sentence();
    private final SentenceReader reader = new SentenceReader(sentence);
    private final RecipeReading recipes = new RecipeReading(sentence);
    private final EvidenceReading evidence = new EvidenceReading(sentence);
    private final PlainText plain = new PlainText();

    /** @param extractor knows the caller's dishes */
    public void read(Speaker speaker, MessageText text, RecipeExtractor extractor) {
        MessageText said = plain.of(text);
        recipes.begin(speaker, said, extractor.titles());
        evidence.begin(speaker, said);
        reader.begin(said);
        while (reader.next()) {
            if (sentence.start(0) < plain.linkedFrom()) {
                evidence.readSentence();
                recipes.readSentence();
            } else {
                recipes.readLink();
            }
        }
    }

    /** The dishes with distinct keys, the one that the message is most likely about first. */
    public List<RecipeMention> mentions() {
        return recipes.mentions();
    }

    public MessageEvidence evidence() {
        return evidence.found();
    }
}
