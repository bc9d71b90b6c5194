package com.recipechatbot.analytics.privacy.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How many names and addresses the cue rules find in sentences that they were not made from: the privacy page's figures. */
class UnseenNamesTest {

    private static final Path TABLE = Path.of("src/test/resources/privacy/unseen_names.csv");
    private static final Pattern ROW = Pattern.compile("(PERSON|ADDRESS),(yes|no),\"(.*)\"");
    private static final Pattern VALUE = Pattern.compile("\\{(.*?)}");

    @Test
    void whatIsFoundIsWhatThePrivacyPageSays() throws IOException {
        Map<String, Recall> recalls = new TreeMap<>();
        for (String line : Files.readAllLines(TABLE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String marked = row.group(3);
                String redacted = redact(marked.replaceAll("[{}]", ""));
                VALUE.matcher(marked)
                        .results()
                        .map(value -> Recall.of(value.group(1), redacted))
                        .forEach(
                                recall -> recalls.merge(row.group(1) + ", cue: " + row.group(2), recall, Recall::plus));
            }
        }

        assertThat(recalls)
                .containsExactly(
                        entry("ADDRESS, cue: no", new Recall(38, 14, 5)),
                        entry("ADDRESS, cue: yes", new Recall(37, 8, 13)),
                        entry("PERSON, cue: no", new Recall(39, 0, 0)),
                        entry("PERSON, cue: yes", new Recall(40, 8, 1)));
    }

    /** Of so many values no word is left, or at least one is gone. */
    private record Recall(int values, int whole, int partly) {

        static Recall of(String value, String redacted) {
            List<String> words = words(value);
            List<String> left = words(redacted);
            boolean isWhole = words.stream().noneMatch(left::contains);
            boolean isPartly = !isWhole && !left.containsAll(words);
            return new Recall(1, isWhole ? 1 : 0, isPartly ? 1 : 0);
        }

        Recall plus(Recall other) {
            return new Recall(values + other.values, whole + other.whole, partly + other.partly);
        }

        private static List<String> words(String text) {
            return Pattern.compile("[^\\p{L}\\p{N}]+").splitAsStream(text).toList();
        }
    }

    private static String redact(String text) {
        Redaction redaction = Redactor.standard().redact(text);
        return redaction.isClean() ? text : redaction.text();
    }
}
