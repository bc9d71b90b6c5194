package com.recipechatbot.analytics.leaks;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A value that stands nowhere else, so that whoever finds a part of it knows where it came from.
 *
 * @param place the field and shape in which it is planted
 * @param value as it is planted
 * @param traces what must be found nowhere, in lower case; a value has several when each alone tells too much
 */
record Canary(PersonalDataType type, String place, String value, List<String> traces) {

    private static final int WIDEST_GAP = 4;

    /** In which form a value is planted. */
    enum Shape {
        PLAIN,
        UPPER_CASE,
        FULL_WIDTH,
        /** Each character as its JSON escape: done where the JSON is written. */
        ESCAPED,
        /** As people write it to be read by people only. */
        SPLIT
    }

    static Canary of(PersonalDataType type, int number, String field, Shape shape) {
        String digits = "%04d".formatted(number);
        String letters = letters(number);
        String plain = switch (type) {
            case EMAIL -> "zqmail%s@kanarienmail.com".formatted(digits);
            case PHONE -> "+44 20 7946 " + digits;
            case CARD -> Checks.withLuhn("41119999000" + digits);
            case IBAN -> Checks.iban("DE", "37040044053201" + digits);
            case SSN -> "536-22-" + digits;
            case IP -> "84.23.%d.%d".formatted(100 + number / 100, 100 + number % 100);
            case URL -> "https://zquser%s:zqpass%s@kanarien.com/?token=zqtoken%s".formatted(digits, digits, digits);
            case PERSON -> "my name is Zanquel%s Quibbleton".formatted(letters);
            case ADDRESS -> "I live at %s Quibbleway Street".formatted(number + 10_000);
            case ID -> "my passport number is ZQ%s77".formatted(digits);
            case SECRET -> "password is zqsecret" + digits;
            case BIRTH -> "born on " + day(number);
        };
        List<String> traces = switch (type) {
            case EMAIL -> List.of("zqmail" + digits);
            case PHONE -> List.of("207946" + digits);
            case CARD, IBAN -> List.of(plain.toLowerCase(Locale.ROOT));
            case SSN -> List.of("53622" + digits);
            case IP -> List.of(plain);
            case URL -> List.of("zquser" + digits, "zqpass" + digits, "zqtoken" + digits);
            case PERSON -> List.of("zanquel" + letters);
            case ADDRESS -> List.of(number + 10_000 + "quibbleway");
            case ID -> List.of("zq" + digits + "77");
            case SECRET -> List.of("zqsecret" + digits);
            case BIRTH -> List.of(day(number).toLowerCase(Locale.ROOT));
        };
        return new Canary(type, field + " " + shape, shaped(type, shape, plain), traces);
    }

    /** A name and what is said of it, which no detector knows. */
    static Canary unknownName(int number, String place) {
        String name = "Quorlin" + letters(number);
        return new Canary(
                PersonalDataType.PERSON, place, name + " hat Diabetes", List.of(name.toLowerCase(Locale.ROOT)));
    }

    private static String shaped(PersonalDataType type, Shape shape, String plain) {
        return switch (shape) {
            case PLAIN, ESCAPED -> plain;
            case UPPER_CASE -> plain.toUpperCase(Locale.ROOT);
            case FULL_WIDTH -> fullWidth(plain);
            case SPLIT ->
                switch (type) {
                    case EMAIL -> plain.replace("@", " at ").replace(".", " dot ");
                    case PHONE -> plain.replace(' ', '.');
                    case CARD -> plain.replaceAll("(.{4})(?=.)", "$1 - ");
                    case IBAN -> plain.replaceAll("(.{4})(?=.)", "$1 ");
                    case SSN -> plain.replace('-', ' ');
                    default -> plain;
                };
        };
    }

    private static String fullWidth(String plain) {
        StringBuilder wide = new StringBuilder();
        plain.chars().forEach(c -> wide.append((char) (c > ' ' && c < 0x7f ? c + 0xfee0 : c)));
        return wide.toString();
    }

    /** Of its own for each number below 10,000. */
    private static String day(int number) {
        return LocalDate.of(1930, 1, 1)
                .plusDays(number)
                .format(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH));
    }

    private static String letters(int number) {
        return "%c%c%c".formatted('a' + number / 676, 'a' + number / 26 % 26, 'a' + number % 26);
    }

    /** A text in the case and width in which the traces are written. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /**
     * Its letters and digits only, so that a value is found however it is grouped. Wide gaps and ends of lines stay as
     * gaps: no value goes over them, and unrelated numbers would meet by chance.
     */
    static String squeezed(String folded) {
        StringBuilder squeezed = new StringBuilder(folded.length());
        int gap = 0;
        for (int i = 0; i < folded.length(); i++) {
            char character = folded.charAt(i);
            if (Character.isLetterOrDigit(character)) {
                squeezed.append(character);
                gap = 0;
            } else {
                gap = character == '\n' ? WIDEST_GAP : gap + 1;
                if (gap == WIDEST_GAP) {
                    squeezed.append('\n');
                }
            }
        }
        return squeezed.toString();
    }
}
