package com.recipechatbot.analytics.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the lexicons in {@code resources/extraction} say about dishes, ingredients, places and diets, by phrase. */
final class DishLexicon {

    enum Kind {
        DISH,
        FOOD,
        PLACE,
        DIET
    }

    /**
     * @param course of a dish, or of a title that names no dish but this food; null when that does not show it
     * @param cuisine null when unknown
     * @param diet null unless it is a diet
     */
    record Entry(String phrase, Kind kind, String course, String cuisine, String diet) {}

    record Match(Entry entry, int length) {}

    private static final DishLexicon STANDARD = new DishLexicon();
    private static final WordTable MAIN_PART_ENDS = LexiconFile.hashes("accompanying");

    private final List<Entry> entries = new ArrayList<>();
    private final PhraseTable phrases = new PhraseTable();

    private DishLexicon() {
        // A key folds plurals, and where two dishes meet there, the one that is written like its key keeps it: crisp,
        // crisps.
        LexiconFile.read("dishes.txt").stream()
                .sorted(Comparator.comparing(line -> !line.phrase().equals(RecipeKey.of(line.phrase()))))
                .forEach(this::addDish);
        LexiconFile.read("cuisines.txt").stream()
                .filter(line -> !line.group().equals("-"))
                .forEach(line -> add(new Entry(line.phrase(), Kind.PLACE, null, line.group(), null)));
        LexiconFile.read("diets.txt")
                .forEach(line -> add(new Entry(line.phrase(), Kind.DIET, null, null, line.group())));
        Map<String, String> kitchens = new HashMap<>();
        LexiconFile.read("kitchen_ingredients.txt")
                .forEach(line -> kitchens.put(RecipeKey.of(line.phrase()), line.group()));
        LexiconFile.read("foods.txt")
                .forEach(line -> add(new Entry(
                        line.phrase(),
                        Kind.FOOD,
                        known(line.group()),
                        kitchens.remove(RecipeKey.of(line.phrase())),
                        null)));
        kitchens.forEach((phrase, kitchen) -> add(new Entry(phrase, Kind.FOOD, null, kitchen, null)));
    }

    static DishLexicon standard() {
        return STANDARD;
    }

    /** The dishes that have more than one word, which a grammar of single words would split, with 1 where they are telling. */
    static PhraseTable namesOfSeveralWords() {
        PhraseTable names = new PhraseTable();
        Set<String> faint = LexiconFile.phrases("faint_dishes.txt");
        for (Entry entry : STANDARD.entries) {
            if (entry.kind() == Kind.DISH) {
                int telling = faint.contains(entry.phrase()) || isPlainSauce(entry) ? 0 : 1;
                forms(entry.phrase()).stream()
                        .filter(words -> words.size() > 1)
                        .forEach(words -> names.add(words, telling));
            }
        }
        return names;
    }

    /** "Oyster sauce": the lexicon has many such names, and most of these sauces are bought. */
    private static boolean isPlainSauce(Entry entry) {
        String last = entry.phrase().substring(entry.phrase().lastIndexOf(' ') + 1);
        boolean component = (Lexicon.standard().classesOf(WordHash.of(last)) & WordClass.COMPONENT) != 0;
        return component && "sauce_condiment".equals(entry.course());
    }

    /** Whether the word begins what only accompanies the dish. */
    static boolean endsMainPart(long word) {
        return MAIN_PART_ENDS.has(word);
    }

    /** The longest phrase that begins at the word, or null. */
    Match longest(Sentence sentence, int word) {
        long found = phrases.find(sentence, word);
        return found < 0 ? null : new Match(entries.get(PhraseTable.valueOf(found)), PhraseTable.lengthOf(found));
    }

    private void addDish(LexiconFile.Entry line) {
        String[] group = line.group().split(" ");
        add(new Entry(line.phrase(), Kind.DISH, known(group[0]), known(group[1]), null));
    }

    private void add(Entry entry) {
        entries.add(entry);
        phrases.add(RecipeKey.words(entry.phrase()), entries.size() - 1);
    }

    /** The words of a phrase, and those of its plural. */
    private static List<List<String>> forms(String phrase) {
        List<String> words = LexiconFile.words(phrase);
        List<String> plural = new ArrayList<>(words);
        plural.set(words.size() - 1, Spelling.plural(words.get(words.size() - 1)));
        return List.of(words, plural);
    }

    private static String known(String value) {
        return value.equals("-") ? null : value;
    }
}
