package com.recipechatbot.analytics.privacy.redact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RedactorProperties {

    /** What texts are mixed from: whatever some detector looks for, in pieces, and cooking; and what hides inside them. */
    private static final List<String> PIECES = List.of(
            " ",
            " ",
            " ",
            "\n",
            ".",
            ",",
            ":",
            "-",
            "/",
            "(",
            ")",
            "[",
            "]",
            "#",
            "+",
            "@",
            "::",
            "://",
            "?token=",
            "x",
            "0",
            "1",
            "4",
            "20",
            "44",
            "007",
            "416",
            "555",
            "0134",
            "4111",
            "1111",
            "4111111111111111",
            "219-09-9999",
            "416-555-0134",
            "+44 20 7946 0958",
            "GB29",
            "NWBK",
            "6016 1331 9268 19",
            "DE89370400440532013000",
            "192.0.2.17",
            "2001:db8",
            "jane",
            "roe",
            "example",
            "com",
            "jane@example.com",
            " at ",
            " dot ",
            "(at)",
            "gmail",
            "my name is ",
            "Jane",
            "Mrs. ",
            "priya ",
            "'s ",
            "and ",
            " Lane",
            "Lindenallee",
            "Rue de ",
            "SW1A 1AA",
            "Roe",
            "I live at ",
            "Example Street",
            "St",
            "regards, ",
            "call ",
            "text ",
            "number ",
            "order ",
            "card ",
            "ssn ",
            "ISBN ",
            "minutes",
            " g",
            "°C",
            "½",
            "https",
            "[EMAIL]",
            "[PHONE]",
            "[REDACTED]",
            "é",
            "ｊ",
            "＠",
            "４",
            "٤",
            "\u200B",
            "\u00A0",
            "–",
            "🍰",
            "\uD83C",
            "\uFFFF",
            "\u202E",
            "\u0301",
            "\u200D",
            "．",
            "：",
            "\u0000");

    private final Redactor redactor = Redactor.standard();

    @Provide
    Arbitrary<String> mixedTexts() {
        Arbitrary<String> texts = Arbitraries.of(PIECES).list().ofMaxSize(24).map(pieces -> String.join("", pieces));
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 40);
        return Combinators.combine(texts, Arbitraries.of(PIECES), places).as(RedactorProperties::insert);
    }

    /** A piece inside of another one, which the mixing alone never tears. */
    private static String insert(String text, String piece, int place) {
        int inside = Math.min(place, text.length());
        return text.substring(0, inside) + piece + text.substring(inside);
    }

    @Provide
    Arbitrary<String> cookingWords() {
        return Arbitraries.of(
                        "Bake", "for", "20-25", "minutes", "at", "350", "degrees", "with", "1/2", "cup", "of", "milk,")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(words -> String.join(" ", words));
    }

    @Property(tries = 3000)
    void redactingTwiceEqualsRedactingOnce(@ForAll @From("mixedTexts") String text) {
        Redaction redaction = redactor.redact(text);

        if (!redaction.isClean()) {
            assertThat(redactor.redact(redaction.text()).isClean()).isTrue();
        }
    }

    @Property(tries = 3000)
    void bytesGiveWhatTheirTextGives(@ForAll @From("mixedTexts") String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        Redaction ofText = redactor.redact(new String(utf8, UTF_8));

        Redaction ofBytes = redactor.redact(utf8, 0, utf8.length);

        assertThat(ofBytes.spans()).isEqualTo(ofText.spans());
        assertThat(ofBytes.isClean()).isEqualTo(ofText.isClean());
    }

    @Property(tries = 3000)
    void spansAreOrderedApartAndInsideTheText(@ForAll @From("mixedTexts") String text) {
        int end = 0;
        for (Span span : redactor.redact(text).spans()) {
            assertThat(span.start()).isGreaterThanOrEqualTo(end);
            assertThat(span.end()).isGreaterThan(span.start());
            end = span.end();
        }
        assertThat(end).isLessThanOrEqualTo(text.codePointCount(0, text.length()));
    }

    @Property
    void noTextMakesItThrowOrFail(@ForAll String text) {
        assertThat(redactor.redact(text).isWithheld()).isFalse();
    }

    @Property
    void noBytesMakeItThrowOrFail(@ForAll byte[] bytes) {
        assertThat(redactor.redact(bytes, 0, bytes.length).isWithheld()).isFalse();
    }

    @Property
    void aPlantedEmailNeverSurvives(
            @ForAll @From("cookingWords") String before,
            @ForAll @From("mailboxes") String mailbox,
            @ForAll @From("cookingWords") String after) {
        assertGone(before, mailbox + "@example.com", after);
    }

    @Provide
    Arbitrary<String> mailboxes() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .withChars('.', '_', '+', '-')
                .ofMinLength(1)
                .ofMaxLength(30)
                .map(middle -> "a" + middle + "z");
    }

    @Property
    void aPlantedPhoneNumberNeverSurvives(
            @ForAll @From("cookingWords") String before,
            @ForAll @From("phoneNumbers") String number,
            @ForAll @From("cookingWords") String after) {
        assertGone(before + ", call", number, "please. " + after);
    }

    @Provide
    Arbitrary<String> phoneNumbers() {
        return Arbitraries.integers()
                .between(100, 199)
                .flatMap(line -> Arbitraries.of(
                                "416-555-0%d",
                                "(416) 555-0%d",
                                "+1 416 555 0%d",
                                "416.555.0%d",
                                "+44 20 7946 0%d",
                                "07700 900%d",
                                "020 7946 0%d",
                                "555-0%d",
                                "+49 30 23125%d")
                        .map(form -> form.formatted(line)));
    }

    @Property
    void aPlantedCardNeverSurvives(
            @ForAll @From("cookingWords") String before,
            @ForAll @From("cards") String card,
            @ForAll @From("cookingWords") String after) {
        assertGone(before + ", card", card, "please. " + after);
    }

    /** The check digit that belongs behind the other digits of a card. */
    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int doubled = (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += doubled / 10 + doubled % 10;
        }
        return (10 - sum % 10) % 10;
    }

    /** The account number is random and the check digit right. */
    @Provide
    Arbitrary<String> cards() {
        return Arbitraries.longs().between(0, 99_999_999_999L).flatMap(account -> {
            String digits = "4111%011d".formatted(account);
            String card = digits + luhn(digits);
            return Arbitraries.of("", " ", "-", "\u00A0")
                    .map(joint -> String.join(
                            joint,
                            card.substring(0, 4),
                            card.substring(4, 8),
                            card.substring(8, 12),
                            card.substring(12)));
        });
    }

    private void assertGone(String before, String planted, String after) {
        String text = before + " " + planted + " " + after;
        byte[] utf8 = text.getBytes(UTF_8);

        assertThat(redactor.redact(text).text()).doesNotContain(planted);
        assertThat(new String(redactor.redact(utf8, 0, utf8.length).utf8(), UTF_8))
                .doesNotContain(planted);
    }

    @Property
    void cookingIsClean(@ForAll @From("cookingWords") String text) {
        assertThat(redactor.redact(text.toLowerCase(Locale.ROOT)).isClean()).isTrue();
    }
}
