package com.recipechatbot.analytics.extraction;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The classes of every word that the lexicons in {@code resources/extraction} know; immutable once built. */
final class Lexicon {

    private static final Lexicon STANDARD = new Lexicon();

    private static final int PLURALIZED = WordClass.DISH
            | WordClass.TELLING
            | WordClass.KIND
            | WordClass.DISH_PART
            | WordClass.FOOD
            | WordClass.GENERIC
            | WordClass.COMPONENT
            | WordClass.EQUIPMENT
            | WordClass.UNIT
            | WordClass.ORDINARY;

    private final WordTable words = new WordTable();
    private final Set<String> faint = LexiconFile.phrases("faint_dishes.txt");

    private Lexicon() {
        for (LexiconFile.Entry entry : LexiconFile.read("words.txt")) {
            entry.words().forEach(word -> add(word, WordClass.named(entry.group())));
        }
        LexiconFile.read("foods.txt").forEach(entry -> addPhrase(entry, WordClass.FOOD));
        LexiconFile.read("kitchen_ingredients.txt").forEach(entry -> addPhrase(entry, WordClass.FOOD));
        LexiconFile.read("cuisines.txt").forEach(entry -> addPhrase(entry, WordClass.MODIFIER));
        LexiconFile.read("faint_dishes.txt").stream()
                .filter(entry -> entry.group().equals("kinds"))
                .forEach(entry -> addPhrase(entry, WordClass.KIND));
        LexiconFile.read("dishes.txt").stream()
                .sorted(Comparator.comparingInt(entry -> entry.words().size()))
                .forEach(entry -> addPhrase(entry, WordClass.DISH));
        LexiconFile.read("spellings.txt").forEach(this::addSpelling);
    }

    static Lexicon standard() {
        return STANDARD;
    }

    /** The bits of {@link WordClass} under the hash of a folded word; 0 when it is unknown. */
    int classesOf(long hash) {
        return KnownWord.classes(words.get(hash));
    }

    /** The bits of {@link KnownWord} that come from the lexicons. */
    WordTable words() {
        return words;
    }

    /** Another spelling of a word counts as the word, unless it is known as something else. */
    private void addSpelling(LexiconFile.Entry entry) {
        int classes = classesOf(WordHash.of(entry.group()));
        if (entry.words().size() == 1 && classes != 0 && classesOf(WordHash.of(entry.phrase())) == 0) {
            add(entry.phrase(), classes);
        }
    }

    private void addPhrase(LexiconFile.Entry entry, int wordClass) {
        List<String> parts = entry.words();
        if (parts.size() == 1) {
            addWord(entry.phrase(), wordClass);
            return;
        }
        for (String word : parts) {
            // A word that already is something else does not say more about dishes by being part of a name.
            if (classesOf(WordHash.of(word)) == 0) {
                add(word, wordClass == WordClass.DISH ? WordClass.DISH_PART : WordClass.MODIFIER);
            }
        }
    }

    private void addWord(String word, int wordClass) {
        int known = classesOf(WordHash.of(word));
        boolean everyday = wordClass == WordClass.DISH && (known & WordClass.ORDINARY) != 0;
        // "Dinner" has a course, and still names no dish; "bar" and "square" name one only beside a food.
        if ((known & WordClass.GENERIC) == 0) {
            add(word, everyday ? WordClass.DISH_PART : wordClass);
            if (wordClass == WordClass.DISH && !everyday && !faint.contains(word)) {
                add(word, WordClass.TELLING);
            }
        }
    }

    private void add(String word, int wordClass) {
        addForm(word, wordClass);
        if ((wordClass & PLURALIZED) != 0) {
            addForm(Spelling.plural(word), wordClass);
        }
    }

    private void addForm(String word, int wordClass) {
        words.merge(WordHash.of(word), KnownWord.of(wordClass, EvidenceReading.place(word)));
    }
}
