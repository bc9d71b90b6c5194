package com.recipechatbot.analytics.extraction.metadata;

import com.recipechatbot.analytics.extraction.LexiconFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a tool is called in the tables. Records may say anything where they name a tool: a name that is in no list is kept
 * only if it looks like an identifier, and anything else becomes {@link #OTHER}.
 */
public final class ToolNames {

    public static final String OTHER = "(other)";

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_UNLISTED = 40;
    /** A name with more looks like a date, a number or a key. */
    private static final int MOST_DIGITS = 3;

    private static final Map<String, String> ALIASES = aliases();

    private final Map<String, String> listed;
    private final Predicate<String> isClean;

    /**
     * @param own names that are listed besides those of {@code tools.txt}
     * @param isClean whether a text holds no personal data
     */
    public ToolNames(Collection<String> own, Predicate<String> isClean) {
        this.isClean = isClean;
        this.listed = new HashMap<>();
        own.forEach(name -> listed.put(snakeCase(name), snakeCase(name)));
        listed.putAll(ALIASES);
    }

    /** The names that are published however few users they have, sorted: those of {@code tools.txt} and these. */
    public static List<String> listed(Collection<String> own) {
        TreeSet<String> names = new TreeSet<>(ALIASES.values());
        own.forEach(name -> names.add(ALIASES.getOrDefault(snakeCase(name), snakeCase(name))));
        return List.copyOf(names);
    }

    /** The name in snake_case with its known aliases folded, {@link #OTHER}, or nothing for a text without any letter or digit. */
    String of(String name) {
        String tool = snakeCase(name);
        String known = listed.get(tool);
        if (known != null) {
            return known;
        }
        return tool.isEmpty() || (isIdentifier(name) && isClean.test(name) && isClean.test(tool.replace('_', ' ')))
                ? tool
                : OTHER;
    }

    private static boolean isIdentifier(String name) {
        int digits = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean isDigit = c >= '0' && c <= '9';
            digits += isDigit ? 1 : 0;
            if (!isLetter && (i == 0 || (!isDigit && "_-.:/".indexOf(c) < 0))) {
                return false;
            }
        }
        return name.length() <= LONGEST_UNLISTED && digits <= MOST_DIGITS;
    }

    /** A name in lower case, its words separated by underscores; empty when it has no letter or digit. */
    public static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < Math.min(name.length(), LONGEST_NAME); i++) {
            char c = name.charAt(i);
            boolean hump = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1));
            boolean letter = Character.isLetterOrDigit(c);
            if ((hump || !letter) && !snake.isEmpty() && snake.charAt(snake.length() - 1) != '_') {
                snake.append('_');
            }
            if (letter) {
                snake.append(Character.toLowerCase(c));
            }
        }
        int end = snake.length();
        return end > 0 && snake.charAt(end - 1) == '_' ? snake.substring(0, end - 1) : snake.toString();
    }

    private static Map<String, String> aliases() {
        Map<String, String> aliases = new HashMap<>();
        LexiconFile.read("tools.txt").forEach(entry -> {
            aliases.put(entry.phrase(), entry.group());
            aliases.put(entry.group(), entry.group());
        });
        return Map.copyOf(aliases);
    }
}
