package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.privacy.redact.Redaction;
import com.recipechatbot.analytics.privacy.redact.Redactor;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names of files as they are kept: masked, and of the words only those that exporters use, dates, numbers and random
 * ids. Any other word becomes {@code ~} and a keyed tag. For one thread.
 */
final class FileNames {

    private static final List<String> EXPORTERS_WORDS = List.of(
            "year month day hour date dt t z utc conversation conversations message messages record records chat part data export exports stream delivery s put awsdynamodb manifest files summary json jsonl ndjson txt log gz bz zst snappy c v"
                    .split(" "));
    private static final Set<String> WORDS = words();

    private final Pseudonyms pseudonyms;
    private String last;
    private String kept;

    FileNames(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** @param file below the input folder */
    String kept(String file) {
        if (!file.equals(last)) {
            Redaction redaction = Redactor.standard().redact(file);
            kept = withTags(redaction.isClean() ? file : redaction.text());
            last = file;
        }
        return kept;
    }

    private String withTags(String masked) {
        StringBuilder name = new StringBuilder(masked.length());
        int at = 0;
        while (at < masked.length()) {
            int end = at;
            while (end < masked.length() && isOfWord(masked.charAt(end))) {
                end++;
            }
            String word = masked.substring(at, end);
            name.append(isExplained(word) ? word : "~" + pseudonyms.tag("file", word));
            if (end < masked.length()) {
                name.append(masked.charAt(end));
            }
            at = end + 1;
        }
        return name.toString();
    }

    /** Anything but ASCII punctuation. */
    private static boolean isOfWord(char c) {
        return c < ' ' || c > '~' || Character.isLetterOrDigit(c);
    }

    private static boolean isExplained(String word) {
        return isOfWords(word.toLowerCase(Locale.ROOT)) || isRandom(word);
    }

    /** Numbers and known words, such as {@code part00001} and {@code 06T10}. */
    private static boolean isOfWords(String word) {
        int from = 0;
        for (int at = 1; at <= word.length(); at++) {
            if (at == word.length() || isDigit(word.charAt(at)) != isDigit(word.charAt(from))) {
                if (!isDigit(word.charAt(from)) && !WORDS.contains(word.substring(from, at))) {
                    return false;
                }
                from = at;
            }
        }
        return true;
    }

    /** Hexadecimal digits of a UUID or hash, and what DynamoDB calls its files: 26 characters of base32. */
    private static boolean isRandom(String word) {
        boolean isHex = true;
        boolean isBase32 = true;
        int changes = 0;
        for (int at = 0; at < word.length(); at++) {
            char c = word.charAt(at);
            isHex &= isDigit(c) || (c >= 'a' && c <= 'f');
            isBase32 &= (c >= '2' && c <= '7') || (c >= 'a' && c <= 'z');
            changes += at > 0 && isDigit(c) != isDigit(word.charAt(at - 1)) ? 1 : 0;
        }
        return switch (word.length()) {
            case 4 -> isHex && changes > 0;
            case 8, 12, 16, 32, 40, 64 -> isHex && changes > 1;
            case 26 -> isBase32 && changes > 3;
            default -> false;
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static Set<String> words() {
        Set<String> words = new HashSet<>(EXPORTERS_WORDS);
        // The words of placeholders.
        for (PersonalDataType type : PersonalDataType.values()) {
            words.addAll(List.of(type.name().toLowerCase(Locale.ROOT).split("_")));
        }
        words.add("name");
        return Set.copyOf(words);
    }
}
