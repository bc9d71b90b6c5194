package com.recipechatbot.analytics.privacy.redact.text;

import java.util.List;
import java.util.Locale;

/**
 * The words that the rules know, with their {@link Role}s and how common they are as names. A word is looked up by its
 * {@link WordHash}, so that nothing is allocated; two words in a million share one.
 */
public final class Lexicon {

    /** Shorter words, such as "is", are too common to tell anything. */
    private static final int SHORTEST_TELLING = 4;

    /** "Call me" more often comes before a phone number. */
    private static final String CALL_ME = "call me";

    private static final int SLOT_BITS = 18;
    private static final int SLOTS = 1 << SLOT_BITS;
    private static final int NAME_MASK = 3;
    private static final int MOST_COMMON = 3;
    private static final int LAST_SHIFT = 2;

    /** The hash of a word in the upper half, its roles in the lower one; 0 for a free slot. */
    private static final long[] WORDS = new long[SLOTS];

    /** Which words may open the gate in lower case, with a capital, and before a capital: see {@link Gate}. */
    private static final BitTable IN_LOWER_CASE = BitTable.ofSize(17);

    private static final BitTable IN_CAPITALS = BitTable.ofSize(20);
    private static final BitTable BEFORE_CAPITAL = BitTable.ofSize(13);

    static {
        Resource.lines("words.txt").forEach(word -> add(word, Role.WORD.bit));
        for (String row : Resource.rows("names.csv")) {
            int comma = row.indexOf(',');
            int first = row.charAt(comma + 1) - '0';
            int last = row.charAt(comma + 3) - '0';
            add(row.substring(0, comma), first | last << LAST_SHIFT);
        }
        for (String row : Resource.rows("roles.csv")) {
            int comma = row.indexOf(',');
            add(row.substring(0, comma), Role.valueOf(row.substring(comma + 1).toUpperCase(Locale.ROOT)).bit);
        }
        for (String table : List.of("foods.txt", "dishes.txt", "faint_dishes.txt", "kitchen_ingredients.txt")) {
            Resource.lines("/extraction/" + table).forEach(Lexicon::addFoods);
        }
        for (String row : Resource.rows("introductions.csv")) {
            int comma = row.indexOf(',');
            String phrase = row.substring(0, comma);
            Role role = row.endsWith(",maybe") ? Role.MAYBE_INTRODUCES : Role.INTRODUCES;
            add(lastWord(phrase, 1), role.bit);
            if (role == Role.INTRODUCES && !phrase.endsWith(CALL_ME)) {
                add(lastWord(phrase, SHORTEST_TELLING), Role.TELLS_NAME.bit);
            }
        }
        Resource.rows("spoken_digits.csv").forEach(row -> add(row.substring(0, row.indexOf(',')), Role.SPOKEN.bit));
        for (String row : Resource.rows("ids.csv")) {
            int comma = row.indexOf(',');
            boolean secret = row.endsWith(",secret") || row.endsWith(",handle");
            String phrase = row.substring(0, comma);
            // What follows "follow me" has an at sign.
            if (!phrase.contains(" me")) {
                add(longestWord(phrase), secret ? Role.SECRET.bit : Role.ID.bit);
                add(longestWord(phrase) + "s", secret ? Role.SECRET.bit : Role.ID.bit);
            }
        }
        add("old", Role.ID.bit);
        add("yo", Role.ID.bit);
        SpelledMark.AT.stream().filter(at -> at.length() > 2).forEach(at -> add(at, Role.SPELLED.bit));
        SpelledMark.DOTS.forEach(dot -> add(dot, Role.SPELLED.bit));
        Resource.lines("mail_providers.txt")
                .forEach(provider -> add(provider.substring(0, provider.indexOf('.')), Role.SPELLED.bit));
        for (int slot = 0; slot < SLOTS; slot++) {
            int roles = (int) WORDS[slot];
            int hash = (int) (WORDS[slot] >>> Integer.SIZE);
            if (Gate.mayOpenInLowerCase(roles)) {
                IN_LOWER_CASE.add(hash);
            }
            if (Gate.mayOpenInCapitals(roles)) {
                IN_CAPITALS.add(hash);
            }
            if (Gate.mayOpenBeforeCapital(roles)) {
                BEFORE_CAPITAL.add(hash);
            }
        }
    }

    private Lexicon() {}

    private static String lastWord(String phrase, int shortest) {
        String last = "";
        for (String word : phrase.split("[ ':./_-]+")) {
            last = word.length() >= shortest ? word : last;
        }
        return last;
    }

    private static String longestWord(String phrase) {
        String longest = "";
        for (String word : phrase.split("[ ':./_-]+")) {
            longest = word.length() >= longest.length() ? word : longest;
        }
        return longest;
    }

    /** @param line "course cuisine: name, name", or a continued list of names */
    private static void addFoods(String line) {
        for (String word : line.substring(line.indexOf(':') + 1).split("[^\\p{L}]+")) {
            if (word.length() > 2) {
                addFood(word);
                addFood(word + "s");
            }
        }
    }

    /** Dishes have words that mean nothing, and names of people: these keep their roles. */
    private static void addFood(String word) {
        int roles = roles(WordHash.of(word));
        boolean name = first(roles) == MOST_COMMON && !Role.WORD.in(roles);
        if (!name && !Role.NO_NAME.in(roles)) {
            add(word, Role.FOOD.bit);
        }
    }

    private static void add(String word, int roles) {
        int hash = WordHash.of(word);
        int slot = slot(hash);
        WORDS[slot] |= (long) hash << Integer.SIZE | Integer.toUnsignedLong(roles);
    }

    /**
     * 1 if the roles of the word are worth a look: 0 for most words, sometimes 1 in vain.
     *
     * @param capital 1 if it begins with a capital
     */
    static int mayTell(int hash, int capital) {
        return capital != 0 ? IN_CAPITALS.bitOf(hash) : IN_LOWER_CASE.bitOf(hash);
    }

    /** 1 if the word may introduce a name that begins with a capital. */
    static int mayIntroduce(int hash) {
        return BEFORE_CAPITAL.bitOf(hash);
    }

    /** The roles of a word as bits; 0 for a word that no rule knows. */
    public static int roles(int hash) {
        return (int) WORDS[slot(hash)];
    }

    /** 3 for a very common first name, 0 for a word that is not one. */
    public static int first(int roles) {
        return roles & NAME_MASK;
    }

    /** 3 for a very common last name, 0 for a word that is not one. */
    public static int last(int roles) {
        return roles >> LAST_SHIFT & NAME_MASK;
    }

    /** The slot of a hash, or the free one where it would be. */
    private static int slot(int hash) {
        int slot = hash >>> (Integer.SIZE - SLOT_BITS);
        while (WORDS[slot] != 0 && (int) (WORDS[slot] >>> Integer.SIZE) != hash) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }
}
