package com.recipechatbot.analytics.privacy.redact.number;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.redact.text.Resource;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * An id or a secret whose form nothing else has, so that it needs no words before it.
 *
 * @param pattern without regard to what surrounds it, which may not be letters or digits
 * @param isRight given the characters without separators, in capitals
 */
record IdForm(PersonalDataType type, Pattern pattern, Predicate<String> isRight) {

    private static final String BEFORE = "(?<![A-Za-z0-9_])";
    /** Files have such names as well, and a message must name the file that cannot be read. */
    private static final String CUE =
            "(?<=(?i:(?:id|session|user|customer|account|device|uuid|guid|key|token|hash)(?: is)?[:=]? ?))";

    private static final String AFTER = "(?![A-Za-z0-9_])";

    /** Tried where {@link IdFormDetector} finds something that is worth it. */
    static final List<IdForm> ALL = List.of(
            secret("eyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+(?:\\.[A-Za-z0-9_-]*+)?"),
            secret(prefixes() + "[A-Za-z0-9_.-]{14,}+(?<![.-])"),
            secret(CUE + "(?:[0-9a-f]{32,}+|[0-9A-F]{32,}+)"),
            new IdForm(PersonalDataType.SECRET, surrounded("(?![A-Za-z]{32})[A-Za-z0-9_-]{32,}+"), IdForm::isMixed),
            id("0x[0-9a-fA-F]{40}"),
            id("bc1[a-z0-9]{25,60}"),
            new IdForm(PersonalDataType.ID, surrounded("[13][1-9A-HJ-NP-Za-km-z]{25,34}"), IdForm::isMixed),
            id(CUE + "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"),
            id("[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5}(?!:)|[0-9a-fA-F]{2}(?:-[0-9a-fA-F]{2}){5}(?!-)"),
            id("(?=[0-9]{0,16}[A-Z])[A-HJ-NPR-Z0-9]{17}", CheckDigits::isVehicle),
            id("[0-9]{8}-?[A-HJ-NP-TV-Z]|[XYZ]-?[0-9]{7}-?[A-HJ-NP-TV-Z]", CheckDigits::isSpanish),
            id("[A-Za-z]{6}[0-9]{2}[A-EHLMPR-Ta-ehlmpr-t][0-9]{2}[A-Za-z][0-9]{3}[A-Za-z]", CheckDigits::isItalian),
            id("[12] ?[0-9]{2} ?(?:0[1-9]|1[0-2]) ?[0-9]{2} ?[0-9]{3} ?[0-9]{3} ?[0-9]{2}", CheckDigits::isFrench),
            id("[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]"),
            id("[A-Z]{5}[0-9]{4}[A-Z]"),
            id("[0-9]{3}\\.[0-9]{3}\\.[0-9]{3}-[0-9]{2}", CheckDigits::isBrazilian),
            id("[+-]?[0-9]{1,2}\\.[0-9]{4,8}°?(?: ?[NS])? ?[,;/ ] ?[+-]?[0-9]{1,3}\\.[0-9]{4,8}°?(?: ?[EW])?"));

    /** Random text of 40 characters has this many once in twenty thousand times. */
    private static final int MOST_HYPHENS = 6;

    private static IdForm secret(String form) {
        return new IdForm(PersonalDataType.SECRET, surrounded(form), IdForm::hasDigit);
    }

    private static IdForm id(String form) {
        return id(form, digits -> true);
    }

    private static IdForm id(String form, Predicate<String> isRight) {
        return new IdForm(PersonalDataType.ID, surrounded(form), value -> isRight.test(plain(value)));
    }

    private static Pattern surrounded(String form) {
        return Pattern.compile(BEFORE + "(?:" + form + ")" + AFTER);
    }

    private static String plain(String value) {
        return value.replaceAll("[ .-]", "").toUpperCase(java.util.Locale.ROOT);
    }

    private static String prefixes() {
        return Resource.lines("secret_prefixes.txt").stream()
                .map(Pattern::quote)
                .collect(java.util.stream.Collectors.joining("|", "(?:", ")"));
    }

    private static boolean hasDigit(String value) {
        return value.chars().anyMatch(character -> character >= '0' && character <= '9');
    }

    /** Letters of both cases and digits: no word, and no number. */
    /** Capitals, small letters and digits. Names of files have as many, in many short pieces: "PUT-S3-1-2025-01-06-10". */
    private static boolean isMixed(String value) {
        return value.chars()
                                .filter(character -> character >= '0' && character <= '9')
                                .count()
                        > 2
                && value.chars().filter(character -> character == '-').count() < MOST_HYPHENS
                && value.chars().anyMatch(character -> character >= 'a' && character <= 'z')
                && value.chars().anyMatch(character -> character >= 'A' && character <= 'Z');
    }
}
