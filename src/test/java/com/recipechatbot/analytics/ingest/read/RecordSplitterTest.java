package com.recipechatbot.analytics.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.recipechatbot.analytics.ingest.parse.RejectionReason;
import com.recipechatbot.analytics.ingest.read.Records.Found;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RecordSplitterTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("arrays")
    void an_array_is_split_into_its_elements(String why, String array, List<String> elements) throws IOException {
        assertThat(split(array)).extracting(Found::text).containsExactlyElementsOf(elements);
    }

    static Stream<Arguments> arrays() {
        return Stream.of(
                Arguments.of("one line", "[{\"a\":1},{\"b\":2}]", List.of("{\"a\":1}", "{\"b\":2}")),
                Arguments.of("one a line", "[\n {\"a\":1},\n {\"b\":2}\n]\n", List.of("{\"a\":1}", "{\"b\":2}")),
                Arguments.of("indented", "[\n{\n\"a\": 1\n}\n]", List.of("{\n\"a\": 1\n}")),
                Arguments.of("nested", "[{\"a\":[{},{}]},[{},{}]]", List.of("{\"a\":[{},{}]}", "[{},{}]")),
                Arguments.of(
                        "signs in texts", "[{\"a\":\"},{]\\\"[\\\\\"},{}]", List.of("{\"a\":\"},{]\\\"[\\\\\"}", "{}")),
                Arguments.of("no objects", "[1, \"a,b\", null]", List.of("1", "\"a,b\"", "null")),
                Arguments.of("no elements", "[ ]", List.of()),
                Arguments.of("commas too many", "[,{\"a\":1},,{\"b\":2},]", List.of("{\"a\":1}", "{\"b\":2}")),
                Arguments.of("a comma too few", "[{\"a\":1} {\"b\":2}]", List.of("{\"a\":1}", "{\"b\":2}")),
                Arguments.of("a brace too many", "[{\"a\":1}},{\"b\":2}]", List.of("{\"a\":1}}", "{\"b\":2}")),
                Arguments.of("a brace too few", "[{\"a\":1,{\"b\":2}]", List.of("{\"a\":1,", "{\"b\":2}")),
                Arguments.of(
                        "two braces too few", "[{\"a\":{\"b\":1,{\"c\":2}]", List.of("{\"a\":{\"b\":1,", "{\"c\":2}")),
                Arguments.of("a value too few", "[{\"a\":,{\"b\":2}]", List.of("{\"a\":,", "{\"b\":2}")),
                Arguments.of("a wrong bracket", "[{\"a\":1],{\"b\":2}]", List.of("{\"a\":1]", "{\"b\":2}")),
                Arguments.of("a quote too few", "[{\"a\":\"1},\n{\"b\":2}]", List.of("{\"a\":\"1},", "{\"b\":2}")),
                Arguments.of("rubbish", "[rubbish,{\"a\":1}]", List.of("rubbish", "{\"a\":1}")),
                Arguments.of("lines behind it", "[{\"a\":1}]\n{\"b\":2}\n42", List.of("{\"a\":1}", "{\"b\":2}", "42")),
                Arguments.of("more on its line", "[{\"a\":1}] {\"b\":2}", List.of("{\"a\":1}", "{\"b\":2}")));
    }

    @Test
    void elements_are_numbered_and_the_lines_behind_them_count_on_from_the_closing_bracket() throws IOException {
        assertThat(split("[\n {\"a\":1} ,\n {\"é\":2}]x\ny"))
                .extracting(Found::number, Found::offset, Found::length)
                .containsExactly(tuple(1L, 3L, 7L), tuple(2L, 14L, 8L), tuple(3L, 23L, 1L), tuple(4L, 25L, 1L));
    }

    @ParameterizedTest
    @MethodSource("unclosedArrays")
    void an_array_that_never_closes_ends_in_a_rejected_record(String array, String remains) throws IOException {
        List<Found> records = split(array);

        assertThat(records.get(records.size() - 1))
                .extracting(Found::text, Found::flaw)
                .containsExactly(remains, RejectionReason.NOT_JSON);
        assertThat(records.subList(0, records.size() - 1))
                .extracting(Found::text)
                .allMatch("{\"a\":1}"::equals);
    }

    static Stream<Arguments> unclosedArrays() {
        return Stream.of(
                Arguments.of("[{\"a\":1},{\"b\":", "{\"b\":"),
                Arguments.of("[{\"a\":1},{\"b\":\"1},{", "{\"b\":\"1},{"),
                Arguments.of("[{\"a\":1},{\"b\":2}", "{\"b\":2}"),
                Arguments.of("[{\"a\":1},\n", ""),
                Arguments.of("[", ""));
    }

    @Test
    void an_element_that_is_too_long_is_skipped() throws IOException {
        String element = "{\"a\":\"" + "x".repeat(3 * Records.LONGEST) + "\"}";

        assertThat(split("[{}, " + element + ",{\"b\":2}]"))
                .extracting(Found::text, Found::flaw, Found::offset, Found::length)
                .containsExactly(
                        tuple("{}", null, 1L, 2L),
                        tuple("", RejectionReason.RECORD_TOO_LONG, 5L, (long) element.length()),
                        tuple("{\"b\":2}", null, 6L + element.length(), 7L));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("objects")
    void a_file_is_split_into_its_objects(String why, String file, List<String> objects) throws IOException {
        assertThat(Records.of(file)).extracting(Found::text).containsExactlyElementsOf(objects);
    }

    static Stream<Arguments> objects() {
        return Stream.of(
                Arguments.of("one a line", "{\"a\":1}\n{\"b\":2}\n", List.of("{\"a\":1}", "{\"b\":2}")),
                Arguments.of("one after another", "{\"a\":1}{\"b\":2}{}", List.of("{\"a\":1}", "{\"b\":2}", "{}")),
                Arguments.of("lines of several", "{\"a\":1} {}\n{}{}\n", List.of("{\"a\":1}", "{}", "{}", "{}")),
                Arguments.of(
                        "over lines",
                        "{\n \"a\": {\n  \"b\": 1\n }\n}\n{\n}",
                        List.of("{\n \"a\": {\n  \"b\": 1\n }\n}", "{\n}")),
                Arguments.of(
                        "over lines, joined",
                        "{\n \"a\": 1\n}{\n \"b\": 2\n}",
                        List.of("{\n \"a\": 1\n}", "{\n \"b\": 2\n}")),
                Arguments.of("commas", "{\"a\":1},\n{\"b\":2}, {},\n", List.of("{\"a\":1}", "{\"b\":2}", "{}")),
                Arguments.of(
                        "line ends as two characters",
                        "{\"a\":1}\\n{\"b\":2}\\r\\n{}",
                        List.of("{\"a\":1}", "{\"b\":2}", "{}")),
                Arguments.of(
                        "marks", "\uFEFF{\"a\":1}\uFEFF{\"b\":2}\n\uFEFF[{}]", List.of("{\"a\":1}", "{\"b\":2}", "{}")),
                Arguments.of(
                        "braces in texts",
                        "{\"a\":\"}{\\\"\"}{\"b\":\"{\"}",
                        List.of("{\"a\":\"}{\\\"\"}", "{\"b\":\"{\"}")),
                Arguments.of(
                        "several arrays",
                        "[{\"a\":1},{}]\n[{\"b\":2}][{}]",
                        List.of("{\"a\":1}", "{}", "{\"b\":2}", "{}")),
                Arguments.of(
                        "a scan",
                        "{\"Items\": [{\"a\":1}, {\"b\":2}], \"Count\": 2, \"x\": {\"y\": [1]}}\n{}",
                        List.of("{\"a\":1}", "{\"b\":2}", "{}")),
                Arguments.of(
                        "an event over lines",
                        "{\n \"Records\": [\n  {\n   \"a\": 1\n  }\n ]\n}\n",
                        List.of("{\n   \"a\": 1\n  }")),
                Arguments.of("a line that breaks off", "{\"a\":{\n{\"b\":2}\n", List.of("{\"a\":{", "{\"b\":2}")),
                Arguments.of(
                        "a line that breaks off in a text",
                        "{\"a\":\"x\n{\"b\":2}\n",
                        List.of("{\"a\":\"x", "{\"b\":2}")),
                Arguments.of(
                        "an object that breaks off",
                        "{\n \"a\": [\n{\n \"b\": 2\n}",
                        List.of("{\n \"a\": [", "{\n \"b\": 2\n}")),
                Arguments.of(
                        "one that breaks off between others",
                        "{\"a\":1}{\"b\":{\"c\"{\"d\":3}",
                        List.of("{\"a\":1}", "{\"b\":{\"c\"", "{\"d\":3}")),
                Arguments.of("more on its line", "{\"a\":1}} x\n{}", List.of("{\"a\":1}} x", "{}")),
                Arguments.of("more between others", "{\"a\":1}{}x{}", List.of("{\"a\":1}", "{}", "x", "{}")));
    }

    @Test
    void blank_lines_are_no_records_but_count_as_lines() throws IOException {
        assertThat(Records.of("\n a\n \t\r\nb\n\n"))
                .extracting(Found::text, Found::number, Found::offset, Found::length)
                .containsExactly(tuple("a", 2L, 2L, 1L), tuple("b", 4L, 8L, 1L));
    }

    @Test
    void a_line_may_end_as_windows_ends_it() throws IOException {
        assertThat(Records.of("a\r\nb\r\n")).extracting(Found::text).containsExactly("a", "b");
    }

    @Test
    void the_last_line_needs_no_end() throws IOException {
        assertThat(Records.of("a\nb")).extracting(Found::text).containsExactly("a", "b");
    }

    @Test
    void an_empty_file_has_no_records() throws IOException {
        assertThat(Records.of("")).isEmpty();
    }

    @Test
    void a_line_that_is_too_long_is_skipped_and_its_length_told() throws IOException {
        String longest = "x".repeat(Records.LONGEST);

        assertThat(Records.of("a\n" + longest + "\n" + longest + "yz\nb"))
                .extracting(Found::text, Found::flaw, Found::offset, Found::length)
                .containsExactly(
                        tuple("a", null, 0L, 1L),
                        tuple(longest, null, 2L, (long) Records.LONGEST),
                        tuple("", RejectionReason.RECORD_TOO_LONG, 3L + Records.LONGEST, 2L + Records.LONGEST),
                        tuple("b", null, 6L + 2 * Records.LONGEST, 1L));
    }

    private static List<Found> split(String array) throws IOException {
        return Records.of(array);
    }
}
