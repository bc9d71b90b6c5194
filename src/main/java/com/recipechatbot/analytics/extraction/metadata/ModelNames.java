package com.recipechatbot.analytics.extraction.metadata;

import com.recipechatbot.analytics.extraction.LexiconFile;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a model is called in the tables. Records may say anything where they name a model: a name that is not listed is kept
 * only if it looks like an identifier, and anything else becomes {@link #OTHER}. For one thread.
 */
public final class ModelNames {

    public static final String OTHER = "(other)";

    /** Those of {@code models.txt}. */
    private static final Set<String> LISTED = LexiconFile.phrases("models.txt");

    private static final Set<String> NO_NAMES = Set.of("n/a", "none", "null", "undefined", "unknown");

    /** What clouds put before a model's name: a region for inference, and the maker. */
    private static final Pattern PREFIX = Pattern.compile("((us|eu|apac|global)\\.)?((%s|mistralai)\\.)?"
            .formatted(LexiconFile.read("models.txt").stream()
                    .map(LexiconFile.Entry::group)
                    .distinct()
                    .collect(Collectors.joining("|"))));

    /** What Bedrock puts behind it. */
    private static final Pattern SUFFIX = Pattern.compile("(-v\\d{1,2})?:\\d{1,2}$");

    /** What Vertex AI puts before a date. */
    private static final Pattern DATE_SEPARATOR = Pattern.compile("@(?=\\d{8}$)");

    /** No run of digits is longer than a date. */
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z](?:[a-z_.:-]|\\d{1,8}(?!\\d)){0,63}");

    private static final Pattern SEPARATORS = Pattern.compile("[_.:-]+");
    private static final int MOST_DIGITS = 14;

    private static final int LONGEST = 256;
    private static final int REMEMBERED = 256;

    private final Predicate<String> isClean;
    /** An application uses few models. */
    private final Map<String, String> known = new HashMap<>();

    /** @param isClean whether a text holds no personal data */
    public ModelNames(Predicate<String> isClean) {
        this.isClean = isClean;
    }

    /** The names that are published however few users they have, sorted. */
    public static List<String> listed() {
        return LISTED.stream().sorted().toList();
    }

    /** The name in lower case without what a cloud adds to it, {@link #OTHER}, or nothing for a text that names none. */
    String of(String name) {
        String model = known.get(name);
        if (model == null) {
            model = read(name);
            if (known.size() < REMEMBERED) {
                known.put(name, model);
            }
        }
        return model;
    }

    private String read(String name) {
        if (name.length() > LONGEST) {
            return OTHER;
        }
        String text = name.strip().toLowerCase(Locale.ROOT);
        if (NO_NAMES.contains(text) || text.chars().noneMatch(Character::isLetterOrDigit)) {
            return "";
        }
        String model = plain(text);
        if (LISTED.contains(model)) {
            return model;
        }
        return isIdentifier(model)
                        && isClean.test(text)
                        && isClean.test(SEPARATORS.matcher(model).replaceAll(" "))
                ? model
                : OTHER;
    }

    /** {@code arn:aws:bedrock:...:inference-profile/us.anthropic.claude-3-haiku-20240307-v1:0} is claude-3-haiku-20240307. */
    private static String plain(String text) {
        String last = text.substring(text.lastIndexOf('/') + 1);
        String withoutPrefix = PREFIX.matcher(last).replaceFirst("");
        String name = SUFFIX.matcher(withoutPrefix).replaceFirst("");
        return DATE_SEPARATOR.matcher(name).replaceFirst("-");
    }

    private static boolean isIdentifier(String model) {
        return IDENTIFIER.matcher(model).matches()
                && model.chars().filter(c -> c >= '0' && c <= '9').count() <= MOST_DIGITS;
    }
}
