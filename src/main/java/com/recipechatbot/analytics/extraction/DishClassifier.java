package com.recipechatbot.analytics.extraction;

import com.recipechatbot.analytics.extraction.DishLexicon.Kind;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Finds course, cuisine and diets of a dish from its title: the last dish before "with" decides, as in English. */
public final class DishClassifier {

    private static final DishClassifier STANDARD = new DishClassifier();

    private final DishLexicon dishes = DishLexicon.standard();

    private DishClassifier() {}

    public static DishClassifier standard() {
        return STANDARD;
    }

    /**
     * The same for all titles of one {@link RecipeMention#key}, and for the key itself. Null and empty titles have no
     * course, no cuisine and no diets.
     */
    public DishCategory classify(String title) {
        Reading reading = new Reading();
        if (title != null) {
            Sentence sentence = new Sentence();
            SentenceReader reader = new SentenceReader(sentence);
            reader.begin(MessageText.of(RecipeKey.of(title)));
            while (reader.next()) {
                read(sentence, reading);
            }
        }
        return new DishCategory(reading.course(), reading.cuisine(), reading.diets);
    }

    private void read(Sentence sentence, Reading reading) {
        boolean main = reading.isEmpty();
        int covered = 0;
        boolean kitchenCovered = false;
        for (int i = 0; i < sentence.size; i++) {
            main &= i == 0 || !DishLexicon.endsMainPart(sentence.hashes[i]);
            DishLexicon.Match match = dishes.longest(sentence, i);
            if (match == null) {
                continue;
            }
            int end = i + match.length();
            boolean inside = end <= covered;
            covered = Math.max(covered, end);
            // Inside a longer name, only a diet still counts, and a place if the name has no cuisine of its own:
            // "vegan" of "vegan cheese", but not "Shanghai" of "lumpiang shanghai".
            Kind kind = match.entry().kind();
            if (!inside || (kind == Kind.PLACE && !kitchenCovered) || kind == Kind.DIET) {
                reading.add(match.entry(), main);
            }
            kitchenCovered = inside ? kitchenCovered : match.entry().cuisine() != null;
        }
    }

    /** What has been found in a title so far; "main" is the part before "with". */
    private static final class Reading {

        private final Set<String> diets = new HashSet<>();
        private String mainCourse;
        private String foodCourse;
        private String otherCourse;
        private String placeCuisine;
        private String mainCuisine;
        private String otherCuisine;
        private String ingredientCuisine;
        private boolean breakfast;

        boolean isEmpty() {
            return mainCourse == null && foodCourse == null;
        }

        void add(DishLexicon.Entry entry, boolean main) {
            if (entry.kind() == Kind.DIET) {
                diets.add(entry.diet());
            } else if (entry.kind() == Kind.PLACE) {
                placeCuisine = placeCuisine == null ? entry.cuisine() : placeCuisine;
            } else if (entry.kind() == Kind.DISH) {
                addDish(entry, main);
            } else {
                addFood(entry, main);
            }
        }

        private void addDish(DishLexicon.Entry dish, boolean main) {
            breakfast |= dish.phrase().equals("breakfast");
            if (main) {
                mainCourse = dish.course() != null ? dish.course() : mainCourse;
                boolean tells = mainCuisine == null || !dish.phrase().equals("curry");
                mainCuisine = dish.cuisine() != null && tells ? dish.cuisine() : mainCuisine;
            } else {
                otherCourse = otherCourse == null ? dish.course() : otherCourse;
                otherCuisine = otherCuisine == null ? dish.cuisine() : otherCuisine;
            }
        }

        private void addFood(DishLexicon.Entry food, boolean main) {
            ingredientCuisine = ingredientCuisine == null ? food.cuisine() : ingredientCuisine;
            if (!main || food.course() == null) {
                return;
            }
            // "Ranch potatoes", "caramel pork": what comes before the food only seasons it.
            boolean hearty = food.course().equals("main");
            if ("sauce_condiment".equals(mainCourse) || (hearty && "dessert".equals(mainCourse))) {
                mainCourse = null;
            }
            foodCourse = "main".equals(foodCourse) ? foodCourse : food.course();
        }

        String course() {
            if (breakfast) {
                return "breakfast";
            }
            if (mainCourse != null) {
                return mainCourse;
            }
            return foodCourse == null ? otherCourse : foodCourse;
        }

        String cuisine() {
            return Stream.of(placeCuisine, mainCuisine, otherCuisine, ingredientCuisine)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }
}
