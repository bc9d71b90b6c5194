package com.recipechatbot.analytics.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class RecordSplitterProperties {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(tries = 300)
    void the_elements_of_any_array_are_found_however_it_is_laid_out(
            @ForAll @Size(max = 5) List<@net.jqwik.api.From("objects") Map<String, Object>> objects,
            @ForAll boolean isIndented)
            throws IOException {
        ObjectWriter writer = isIndented ? JSON.writerWithDefaultPrettyPrinter() : JSON.writer();

        List<String> elements = split(writer.writeValueAsString(objects));

        assertThat(elements).hasSameSizeAs(objects);
        for (int i = 0; i < elements.size(); i++) {
            assertThat(JSON.readTree(elements.get(i)))
                    .isEqualTo(JSON.readTree(JSON.writeValueAsString(objects.get(i))));
        }
    }

    @Property(tries = 300)
    void objects_are_found_however_they_are_laid_out_and_joined(
            @ForAll @Size(max = 5) List<@net.jqwik.api.From("objects") Map<String, Object>> objects,
            @ForAll boolean isIndented,
            @ForAll("joints") String joint)
            throws IOException {
        ObjectWriter writer = isIndented ? JSON.writerWithDefaultPrettyPrinter() : JSON.writer();
        List<String> texts = new ArrayList<>();
        for (Map<String, Object> object : objects) {
            texts.add(writer.writeValueAsString(object));
        }

        assertThat(split(String.join(joint, texts))).isEqualTo(texts);
    }

    @Provide
    Arbitrary<String> joints() {
        return Arbitraries.of("", "\n", "\r\n\n", ",", ",\n", "\\n", "\uFEFF", " ");
    }

    @Property(tries = 300)
    void an_element_cut_anywhere_leaves_its_neighbours_whole(
            @ForAll("flatObjects") Map<String, Object> before,
            @ForAll("flatObjects") Map<String, Object> broken,
            @ForAll("flatObjects") Map<String, Object> after,
            @ForAll @IntRange(min = 1, max = 60) int length)
            throws IOException {
        String whole = JSON.writeValueAsString(broken);
        String cut = whole.substring(0, Math.min(length, whole.length() - 1));
        String first = JSON.writeValueAsString(before);
        String last = JSON.writeValueAsString(after);

        List<String> elements = split("[" + first + ",\n" + cut + ",\n" + last + "]");

        assertThat(elements).hasSize(3).startsWith(first).endsWith(last);
    }

    @Provide
    Arbitrary<Map<String, Object>> flatObjects() {
        return Arbitraries.maps(Arbitraries.strings().ofMaxLength(5), texts()).ofMaxSize(3);
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        Arbitrary<Object> flat = flatObjects().map(Map.class::cast);
        return Arbitraries.maps(
                        Arbitraries.strings().ofMaxLength(5),
                        Arbitraries.oneOf(
                                texts(), flat, flat.list().ofMaxSize(3).map(List.class::cast)))
                .ofMaxSize(4);
    }

    private static Arbitrary<Object> texts() {
        return Arbitraries.strings()
                .withChars("ab\"\\[]{},:\n\t é€")
                .ofMaxLength(12)
                .map(Object.class::cast);
    }

    private static List<String> split(String array) throws IOException {
        RecordSplitter splitter = new RecordSplitter(
                new ByteWindow(new ByteArrayInputStream(array.getBytes(StandardCharsets.UTF_8)), 0, 1 << 20),
                Long.MAX_VALUE);
        List<String> found = new ArrayList<>();
        for (RawRecord next = splitter.next(); next != null; next = splitter.next()) {
            found.add(Records.text(splitter.isGuess() ? splitter.again() : next));
        }
        return found;
    }
}
