package com.recipechatbot.analytics.extraction;

import com.recipechatbot.analytics.extraction.DishLexicon.Kind;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** Tells course, cuisine and diets of a dish from its title: the last dish before "with" decides, as in English. */
public final class DishClassifier {

    private static final DishClassifier STANDARD = new DishClassifier();

    private final DishLexicon dishes = DishLexicon.standard();

    private DishClassifier() {}

    public static DishClassifier standard() {
        return STANDARD;
    }

    /** Null and empty titles have no course, no cuisine and no diets. */
    public DishCategory classify(String title) {
        Reading reading = new Reading();
        if (title != null) {
            Sentence sentence = new Sentence(title.length());
            SentenceReader reader = new SentenceReader(Lexicon.standard(), title, sentence);
            while (reader.next()) {
                read(sentence, reading);
            }
        }
        return new DishCategory(reading.course(), reading.cuisine(), reading.diets);
    }

    private void read(Sentence sentence, Reading reading) {
        boolean main = reading.isEmpty();
        int covered = 0;
        for (int i = 0; i < sentence.size; i++) {
            main &= i == 0 || !endsMainPart(sentence, i);
            DishLexicon.Match match = dishes.longest(sentence, i);
            if (match == null) {
                continue;
            }
            int end = i + match.length();
            boolean inside = end <= covered;
            covered = Math.max(covered, end);
            reading.add(match.entry(), main, inside);
        }
    }

    private static boolean endsMainPart(Sentence sentence, int word) {
        return sentence.marked(word, Sentence.PARENTHESIS | Sentence.COLON | Sentence.DASH)
                || DishLexicon.endsMainPart(sentence.hashes[word]);
    }

    /** What has been found in a title so far. */
    private static final class Reading {

        private final Set<String> diets = new HashSet<>();
        private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        private Kind lastKind;
        private String mainCourse;
        private String otherCourse;
        private String statedCuisine;
        private String mainCuisine;
        private String otherCuisine;
        private boolean breakfast;

        boolean isEmpty() {
            return mainCourse == null && lastKind == null;
        }

        void add(DishLexicon.Entry entry, boolean main, boolean inside) {
            if (entry.diet() != null) {
                diets.add(entry.diet());
            }
            if (entry.kind() == Kind.PLACE && statedCuisine == null) {
                statedCuisine = entry.cuisine();
            }
            if (inside) {
                return;
            }
            if (entry.kind() == Kind.DISH) {
                breakfast |= "breakfast".equals(entry.phrase());
                mainCourse = main && entry.course() != null ? entry.course() : mainCourse;
                otherCourse = !main && otherCourse == null ? entry.course() : otherCourse;
                mainCuisine = main && entry.cuisine() != null ? entry.cuisine() : mainCuisine;
                otherCuisine = !main && otherCuisine == null ? entry.cuisine() : otherCuisine;
            } else if (main && entry.kind() != null && entry.kind() != Kind.PLACE) {
                kinds.add(entry.kind());
                lastKind = entry.kind();
            }
        }

        String course() {
            if (breakfast) {
                return "breakfast";
            }
            if (mainCourse != null) {
                return mainCourse;
            }
            if (kinds.contains(Kind.MEAT) || kinds.contains(Kind.SEAFOOD)) {
                return "main";
            }
            if (otherCourse != null && lastKind == null) {
                return otherCourse;
            }
            return lastKind == null ? null : lastKind.course();
        }

        String cuisine() {
            if (statedCuisine != null) {
                return statedCuisine;
            }
            return mainCuisine != null ? mainCuisine : otherCuisine;
        }
    }
}
