package com.recipechatbot.analytics.extraction;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Finds the dishes that a redacted message names, in one pass over its characters. Immutable and safe for use by
 * several threads.
 */
public final class RecipeExtractor {

    /** Written on each row: another version may find other names in the same text. */
    public static final String VERSION = "1";

    private static final RecipeExtractor STANDARD = new RecipeExtractor(new PhraseTable());

    private final PhraseTable titles;

    private RecipeExtractor(PhraseTable titles) {
        this.titles = titles;
    }

    public static RecipeExtractor standard() {
        return STANDARD;
    }

    /** An extractor that also knows these dishes wherever they stand, whatever else it would make of their words. */
    public RecipeExtractor withTitles(Collection<String> customerTitles) {
        PhraseTable table = new PhraseTable();
        for (String title : customerTitles) {
            Sentence words = new Sentence(title.length());
            if (new SentenceReader(Lexicon.standard(), title, words).next()) {
                table.add(Arrays.copyOf(words.hashes, words.size), 0);
            }
        }
        return new RecipeExtractor(table);
    }

    /** @return the dishes with distinct keys, the one that the message is most likely about first; none for null */
    public List<RecipeMention> mentions(Speaker speaker, String text) {
        return text == null || text.isEmpty() ? List.of() : mentionsIn(speaker, text);
    }

    List<RecipeMention> mentionsIn(Speaker speaker, CharSequence text) {
        return new RecipeReading(speaker, text, titles).mentions();
    }
}
