package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.extraction.RecipeExtractor;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import java.util.List;

/** The user's own dish titles, recognized anywhere in a message. */
public record LexiconTitles(List<String> titles) {

    public static final LexiconTitles NONE = new LexiconTitles(List.of());

    /** A title a line, as {@code message_facts} takes them; null when there are none. */
    public String lines() {
        return titles.isEmpty() ? null : String.join("\n", titles);
    }

    /**
     * The version of the rules; with the user's own titles, also which ones, because they find other dishes. Without the keys,
     * nobody can check a guess of the titles against it.
     */
    String extractorVersion(Pseudonyms pseudonyms) {
        return titles.isEmpty()
                ? RecipeExtractor.VERSION
                : RecipeExtractor.VERSION + "+" + pseudonyms.tag("lexicon", lines());
    }
}
