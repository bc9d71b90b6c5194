package com.recipechatbot.analytics.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings the spellings of one dish together: those of {@code spellings.txt}, "meat loaf", and single wrong letters. */
final class Spelling {

    private static final Spelling STANDARD = new Spelling();

    private static final int LONGEST_PHRASE = 4;
    /** Shorter words have too many neighbours. */
    private static final int FEWEST_LETTERS = 6;

    private final Map<String, List<String>> canonical = new HashMap<>();
    /** Dishes and foods of one word. */
    private final Set<String> single = words(1, "dishes.txt", "foods.txt");
    /** The dishes of several words by what they are without the spaces between. */
    private final Map<String, List<String>> joined = new HashMap<>();
    /** All words of the names of dishes and foods, which therefore are spelled right. */
    private final Set<String> known = words(Integer.MAX_VALUE, "dishes.txt", "foods.txt");
    /** The dishes and foods by what is left of them without one letter. */
    private final Map<String, Set<String>> shortened = new HashMap<>();

    private Spelling() {
        for (LexiconFile.Entry entry : LexiconFile.read("spellings.txt")) {
            List<String> words = folded(entry.group());
            canonical.put(String.join(" ", words), words);
            canonical.put(String.join(" ", folded(entry.phrase())), words);
        }
        for (String word : single) {
            for (int i = 0; word.length() >= FEWEST_LETTERS && i < word.length(); i++) {
                shortened
                        .computeIfAbsent(without(word, i), rest -> new TreeSet<>())
                        .add(word);
            }
        }
        for (LexiconFile.Entry entry : LexiconFile.read("dishes.txt")) {
            List<String> words = folded(entry.phrase());
            if (words.size() == 2) {
                joined.putIfAbsent(String.join("", words), words);
            }
        }
    }

    private static Set<String> words(int longest, String... files) {
        return Stream.of(files)
                .flatMap(file -> LexiconFile.read(file).stream())
                .filter(entry -> entry.words().size() <= longest)
                .flatMap(entry -> folded(entry.phrase()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    static Spelling standard() {
        return STANDARD;
    }

    private static List<String> folded(String phrase) {
        return LexiconFile.words(phrase.replace("'", "")).stream()
                .map(Spelling::singular)
                .toList();
    }

    /** @param words folded, in the singular */
    List<String> canonical(List<String> words) {
        List<String> spelled = new ArrayList<>(words.size());
        int word = 0;
        while (word < words.size()) {
            word += addFrom(words, word, spelled);
        }
        return spelled;
    }

    /** Adds the longest phrase that begins at the word; returns how many words it has. */
    private int addFrom(List<String> words, int word, List<String> spelled) {
        for (int length = Math.min(LONGEST_PHRASE, words.size() - word); length > 0; length--) {
            String phrase = String.join(" ", words.subList(word, word + length));
            List<String> known = canonical.get(phrase);
            if (known != null) {
                spelled.addAll(known);
                return length;
            }
            // "Meat loaf", "cheese cake".
            if (length == 2 && single.contains(phrase.replace(" ", ""))) {
                spelled.addAll(canonical(List.of(phrase.replace(" ", ""))));
                return length;
            }
        }
        List<String> parted = parted(words.get(word));
        if (parted == null) {
            spelled.add(corrected(words.get(word)));
        } else {
            spelled.addAll(canonical(parted));
        }
        return 1;
    }

    /** "Pot roast" for "potroast"; null for a word that is known, or is not two words. */
    private List<String> parted(String word) {
        return isRight(word) ? null : joined.get(word);
    }

    private boolean isRight(String word) {
        return known.contains(word) || Lexicon.standard().classesOf(WordHash.of(word)) != 0;
    }

    /** The one dish or food from which an unknown word differs by one letter, otherwise the word itself. */
    private String corrected(String word) {
        if (isRight(word) || word.length() < FEWEST_LETTERS - 1) {
            return word;
        }
        Set<String> near = new TreeSet<>(shortened.getOrDefault(word, Set.of()));
        for (int i = 0; i < word.length(); i++) {
            String rest = without(word, i);
            if (rest.length() >= FEWEST_LETTERS && single.contains(rest)) {
                near.add(rest);
            }
            near.addAll(shortened.getOrDefault(rest, Set.of()));
        }
        near.removeIf(dish -> dish.charAt(0) != word.charAt(0) || !isOneLetterFrom(word, dish));
        return near.size() == 1 ? near.iterator().next() : word;
    }

    /** A letter too many, a letter missing, a wrong letter, or two neighbours in the wrong order. */
    private static boolean isOneLetterFrom(String word, String dish) {
        int same = 0;
        while (same < Math.min(word.length(), dish.length()) && word.charAt(same) == dish.charAt(same)) {
            same++;
        }
        String left = word.substring(same);
        String right = dish.substring(same);
        if (left.length() != right.length()) {
            return left.length() > right.length()
                    ? left.substring(1).equals(right)
                    : right.substring(1).equals(left);
        }
        boolean swapped = left.length() > 1
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0)
                && left.substring(2).equals(right.substring(2));
        return swapped || left.substring(1).equals(right.substring(1));
    }

    private static String without(String word, int letter) {
        return word.substring(0, letter) + word.substring(letter + 1);
    }

    static String plural(String word) {
        if (word.endsWith("y") && word.length() > 2 && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        boolean sibilant = word.endsWith("s") || word.endsWith("x") || word.endsWith("ch") || word.endsWith("sh");
        return word + (sibilant || word.endsWith("tato") || word.endsWith("mato") ? "es" : "s");
    }

    static String singular(String word) {
        int length = word.length();
        if (length > 4 && word.endsWith("ies") && !keepsE(word)) {
            return word.substring(0, length - 3) + "y";
        }
        if (length > 4
                && (word.endsWith("ches")
                        || word.endsWith("shes")
                        || word.endsWith("sses")
                        || word.endsWith("xes")
                        || word.endsWith("oes"))) {
            return word.substring(0, length - 2);
        }
        boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
        return length > 3 && plural ? word.substring(0, length - 1) : word;
    }

    private static boolean keepsE(String word) {
        return switch (word) {
            case "brownies", "calories", "cookies", "pies", "smoothies", "veggies" -> true;
            default -> false;
        };
    }
}
