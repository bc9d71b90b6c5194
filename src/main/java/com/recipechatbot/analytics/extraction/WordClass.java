package com.recipechatbot.analytics.extraction;

/** What a word can be in a message about cooking: bits, because a word can be several things. */
final class WordClass {

    /** Names a dish by itself: soup, lasagna. */
    static final int DISH = 1;
    /** An ingredient: chicken, basil. */
    static final int FOOD = 1 << 1;
    /** Says how, where or whose a dish is, and is part of its name: crispy, Tuscan, gluten. */
    static final int MODIFIER = 1 << 2;
    /** Dropped before a name: easy, best. */
    static final int PRAISE = 1 << 3;
    /** Dropped before a name: the, some, your. */
    static final int DETERMINER = 1 << 4;
    /** Ends a name: pronouns, auxiliaries, please. */
    static final int STOP = 1 << 5;
    /** Joins the parts of a name: with, and, au. */
    static final int CONNECTOR = 1 << 6;
    /** Speaks of food without naming a dish: dinner, something. */
    static final int GENERIC = 1 << 7;
    /** A part of a dish, which alone is not a dish: batter, filling. */
    static final int COMPONENT = 1 << 8;
    /** Cookware: skillet, oven. */
    static final int EQUIPMENT = 1 << 9;
    /** A measure: cup, minutes. */
    static final int UNIT = 1 << 10;
    /** Any other English word: reservation, happiness. */
    static final int ORDINARY = 1 << 11;
    /** A heading of a recipe's part: ingredients, notes. */
    static final int SECTION = 1 << 12;
    /** Dropped after a name: recipe, dish. */
    static final int TAIL = 1 << 13;
    /** What a voice assistant is called by: alexa, bot. */
    static final int VOCATIVE = 1 << 14;
    /** Begins with a digit. */
    static final int NUMBER = 1 << 15;
    /** Ends a name in lower case but may be inside a capitalised one: me, for, your. */
    static final int CLAUSE = 1 << 16;

    /** One word of a dish whose name has several: ropa, brulee. */
    static final int DISH_PART = 1 << 17;

    /** Dropped before a name in lower case: lovely, little. */
    static final int COMPLIMENT = 1 << 18;

    /** Ends the name of a dish and is hardly ever anything else, wherever it occurs: moussaka, french toast. */
    static final int TELLING = 1 << 19;

    /** A whole kind of dishes, which names one only after a food: soup, curry. */
    static final int KIND = 1 << 20;

    /** What a cook does to ingredients, or where they are meanwhile: sprinkle, simmering, pan. */
    static final int STEP = 1 << 21;

    /** Where one eats out: restaurant, nearby. */
    static final int OUTING = 1 << 22;

    /** After a food, which then only describes a dish: free, based. */
    static final int QUALIFIER = 1 << 23;

    /** A word of a language in which no dishes are looked for. */
    static final int FOREIGN = 1 << 24;

    /** Speaks of eating out, wherever it occurs: reservation, pizzeria. */
    static final int VENUE = 1 << 25;

    /** Leads from a dish to what it is finished with: dusted, topped. */
    static final int FINISH = 1 << 26;

    /** Makes a dish of the food after it: grilled, stuffed. */
    static final int COOKED = 1 << 27;

    static final int EDIBLE = DISH | FOOD | DISH_PART;

    private WordClass() {}

    static int named(String group) {
        return switch (group) {
            case "modifier" -> MODIFIER;
            case "praise" -> PRAISE;
            case "compliment" -> COMPLIMENT;
            case "determiner" -> DETERMINER;
            case "stop" -> STOP;
            case "connector" -> CONNECTOR;
            case "generic" -> GENERIC;
            case "component" -> COMPONENT;
            case "equipment" -> EQUIPMENT;
            case "unit" -> UNIT;
            case "ordinary" -> ORDINARY;
            case "section" -> SECTION;
            case "tail" -> TAIL;
            case "vocative" -> VOCATIVE;
            case "clause" -> CLAUSE;
            case "step" -> STEP;
            case "outing" -> OUTING;
            case "qualifier" -> QUALIFIER;
            case "foreign" -> STOP | FOREIGN;
            case "venue" -> VENUE;
            case "finish" -> FINISH;
            case "cooked" -> COOKED | MODIFIER;
            default ->
                throw new IllegalArgumentException(
                        "Cannot use the group '%s' of words.txt: there is no such class. Correct it or add the class."
                                .formatted(group));
        };
    }
}
