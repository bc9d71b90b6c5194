package com.recipechatbot.analytics.extraction;

import java.util.Comparator;
import java.util.List;

/** The classes of every word that the lexicons in {@code resources/extraction} know; immutable once built. */
final class Lexicon {

    private static final Lexicon STANDARD = new Lexicon();

    private static final int PLURALIZED = WordClass.DISH
            | WordClass.FOOD
            | WordClass.GENERIC
            | WordClass.COMPONENT
            | WordClass.EQUIPMENT
            | WordClass.UNIT
            | WordClass.ORDINARY;

    private final HashTable classes = new HashTable();

    private Lexicon() {
        LexiconFile.read("words.txt").forEach(entry -> addAll(entry.words(), WordClass.named(entry.group())));
        LexiconFile.read("foods.txt").forEach(entry -> addPhrase(entry, WordClass.FOOD));
        LexiconFile.read("kitchen_ingredients.txt").forEach(entry -> addPhrase(entry, WordClass.FOOD));
        LexiconFile.read("cuisines.txt").forEach(entry -> addPhrase(entry, WordClass.MODIFIER));
        LexiconFile.read("dishes.txt").stream()
                .sorted(Comparator.comparingInt(entry -> entry.words().size()))
                .forEach(entry -> addPhrase(entry, WordClass.DISH));
    }

    static Lexicon standard() {
        return STANDARD;
    }

    /** The bits of {@link WordClass} under the hash of a folded word; 0 when it is unknown. */
    int classesOf(long hash) {
        return classes.get(hash);
    }

    private void addAll(List<String> words, int wordClass) {
        words.forEach(word -> add(word, wordClass));
    }

    private void addPhrase(LexiconFile.Entry entry, int wordClass) {
        var words = entry.words();
        if (words.size() == 1) {
            // "Dinner" has a course, and still names no dish.
            if ((classesOf(WordHash.of(entry.phrase())) & WordClass.GENERIC) == 0) {
                add(entry.phrase(), wordClass);
            }
            return;
        }
        for (String word : words) {
            // A word that is something else already says no more about dishes for standing in one's name.
            if (classesOf(WordHash.of(word)) == 0) {
                add(word, wordClass == WordClass.DISH ? WordClass.DISH_PART : WordClass.MODIFIER);
            }
        }
    }

    private void add(String word, int wordClass) {
        classes.merge(WordHash.of(word), wordClass);
        if ((wordClass & PLURALIZED) != 0) {
            classes.merge(WordHash.of(Plural.of(word)), wordClass);
        }
    }
}
