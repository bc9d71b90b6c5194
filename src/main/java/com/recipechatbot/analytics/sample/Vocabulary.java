package com.recipechatbot.analytics.sample;

import java.util.List;
import java.util.Set;

/** Everything that conversations are put together from. */
record Vocabulary(Dishes dishes, PhraseBook phrases, PhraseBook personalData) {

    static Vocabulary standard() {
        return new Vocabulary(Dishes.standard(), PhraseBook.read("phrases.txt"), PhraseBook.read("personal_data.txt"));
    }

    Phrase say(String kind, Chance chance) {
        return phrases.pick(kind, chance);
    }

    /** The assistant's answer with a place for the dish: title, ingredients, and a method that is often cut off. */
    Phrase recipe(Dish dish, Chance chance) {
        StringBuilder recipe = new StringBuilder(phrases.pick("present", chance).text())
                .append("\n- ")
                .append(phrases.pick("ingredients-" + dish.course(), chance).text())
                .append("\n\nMethod:");
        int number = 0;
        for (Phrase step : steps(chance.between(3, 9), chance)) {
            recipe.append('\n').append(++number).append(". ").append(step.text());
        }
        return new Phrase(recipe.toString(), Set.of(Meaning.STEP));
    }

    List<Phrase> steps(int count, Chance chance) {
        return phrases.pickInOrder("step", count, chance);
    }

    Utterance revealing(Chance chance) {
        String type = chance.pick(personalData.kinds());
        return Utterance.revealing(type, personalData.pick(type, chance).text());
    }
}
