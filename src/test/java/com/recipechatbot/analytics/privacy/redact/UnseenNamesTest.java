package com.recipechatbot.analytics.privacy.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How many values the rules find in sentences that were written before they were read: the figures of the privacy page. */
class UnseenNamesTest {

    private static final List<Path> TABLES = List.of(
            Path.of("src/test/resources/privacy/unseen_names.csv"),
            Path.of("src/test/resources/privacy/unseen_values.csv"));
    private static final List<Path> IDS = List.of(Path.of("src/test/resources/privacy/made_up_ids.csv"));
    private static final int KINDS_OF_IDS = 30;
    private static final Pattern ROW = Pattern.compile("([A-Z]+),([a-z]+),\"(.*)\"");
    private static final Pattern VALUE = Pattern.compile("\\{(.*?)}");

    private static List<String> lines(List<Path> tables) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path table : tables) {
            lines.addAll(Files.readAllLines(table));
        }
        return lines;
    }

    @Test
    void whatIsFoundIsWhatThePrivacyPageSays() throws IOException {
        Map<String, Recall> recalls = recalls(TABLES);

        assertThat(recalls)
                .containsExactly(
                        entry("ADDRESS, mentioned", new Recall(38, 35, 2)),
                        entry("ADDRESS, no", new Recall(38, 37, 0)),
                        entry("ADDRESS, says", new Recall(22, 21, 1)),
                        entry("ADDRESS, yes", new Recall(37, 36, 1)),
                        entry("CARD, spoken", new Recall(21, 17, 1)),
                        entry("EMAIL, spoken", new Recall(4, 4, 0)),
                        entry("PERSON, asked", new Recall(10, 10, 0)),
                        entry("PERSON, dish", new Recall(12, 12, 0)),
                        entry("PERSON, form", new Recall(19, 17, 1)),
                        entry("PERSON, intro", new Recall(22, 22, 0)),
                        entry("PERSON, lower", new Recall(8, 6, 0)),
                        entry("PERSON, news", new Recall(13, 12, 0)),
                        entry("PERSON, no", new Recall(39, 37, 1)),
                        entry("PERSON, owner", new Recall(10, 10, 0)),
                        entry("PERSON, reply", new Recall(7, 6, 0)),
                        entry("PERSON, story", new Recall(41, 41, 0)),
                        entry("PERSON, yes", new Recall(40, 40, 0)),
                        entry("PHONE, spoken", new Recall(30, 29, 1)),
                        entry("SSN, spoken", new Recall(4, 4, 0)));
    }

    @Test
    void everyMadeUpIdIsFound() throws IOException {
        assertThat(recalls(IDS))
                .hasSize(KINDS_OF_IDS)
                .allSatisfy(
                        (kind, recall) -> assertThat(recall.whole()).as(kind).isEqualTo(recall.values()));
    }

    private static Map<String, Recall> recalls(List<Path> tables) throws IOException {
        Map<String, Recall> recalls = new TreeMap<>();
        for (String line : lines(tables)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String marked = row.group(3).replace("\\n", "\n");
                String redacted = redact(marked.replaceAll("[{}]", ""));
                VALUE.matcher(marked)
                        .results()
                        .map(value -> Recall.of(value.group(1), redacted))
                        .forEach(recall -> recalls.merge(row.group(1) + ", " + row.group(2), recall, Recall::plus));
            }
        }
        return recalls;
    }

    @Test
    void whatHoldsNothingStaysButForAStreetThatIsABrand() throws IOException {
        List<String> changed = lines(TABLES).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches() && row.group(1).equals("NONE"))
                .map(row -> row.group(3))
                .filter(text -> !redact(text).equals(text))
                .toList();

        assertThat(changed).containsExactly("Use 10 Mile Road honey if you can find it.");
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
