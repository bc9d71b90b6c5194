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
    public static final String VERSION = "5";

    private static final RecipeExtractor STANDARD = new RecipeExtractor(new PhraseTable());

    /** Buffers by thread: a message that names no dish costs no memory. */
    private static final ThreadLocal<MessageReader> READER = ThreadLocal.withInitial(MessageReader::new);

    private static final ThreadLocal<MessageText> TEXT = ThreadLocal.withInitial(MessageText::new);

    private final PhraseTable titles;

    private RecipeExtractor(PhraseTable titles) {
        this.titles = titles;
    }

    public static RecipeExtractor standard() {
        return STANDARD;
    }

    /** An extractor that also knows these dishes wherever they occur, however it would otherwise read their words. */
    public RecipeExtractor withTitles(Collection<String> customerTitles) {
        PhraseTable table = new PhraseTable();
        for (String title : customerTitles) {
            Sentence words = new Sentence();
            SentenceReader reader = new SentenceReader(words);
            reader.begin(MessageText.of(withoutSentenceEnds(title)));
            if (reader.next()) {
                table.add(Arrays.copyOf(words.hashes, words.size), 0);
            }
        }
        return new RecipeExtractor(table);
    }

    /** "Wow! Brownies" is one title, and no dish is called "Wow". */
    private static String withoutSentenceEnds(String title) {
        StringBuilder words = new StringBuilder(title);
        for (int i = 0; i < words.length(); i++) {
            byte kind = Characters.of(words.charAt(i));
            if (kind == Characters.SENTENCE_END || kind == Characters.LINE_END) {
                words.setCharAt(i, ' ');
            }
        }
        return words.toString();
    }

    /** @return the dishes with distinct keys, the one that the message is most likely about first; none for null */
    public List<RecipeMention> mentions(Speaker speaker, String text) {
        return text == null || text.isEmpty() ? List.of() : mentionsIn(speaker, text);
    }

    List<RecipeMention> mentionsIn(Speaker speaker, CharSequence text) {
        MessageText message = TEXT.get();
        message.set(text);
        MessageReader reader = READER.get();
        reader.read(speaker, message, this);
        return reader.mentions();
    }

    PhraseTable titles() {
        return titles;
    }
}
