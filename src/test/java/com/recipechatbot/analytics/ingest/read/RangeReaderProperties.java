package com.recipechatbot.analytics.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.ingest.FieldMapping;
import com.recipechatbot.analytics.ingest.parse.MessageParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.hadoop.conf.Configuration;

final class RangeReaderProperties {

    private static final Configuration HADOOP = new Configuration();
    private static Path file;

    @BeforeContainer
    static void createFile() throws IOException {
        file = Files.createTempFile("lines", ".json");
    }

    @AfterContainer
    static void deleteFile() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 500)
    void ranges_of_any_size_give_each_record_once_with_its_number(
            @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 60) int size) throws IOException {
        Files.writeString(file, text);

        List<String> found = new ArrayList<>();
        for (long start = 0; start < text.length(); start += size) {
            found.addAll(read(start, start + size));
        }

        assertThat(found).isEqualTo(read(0, Long.MAX_VALUE));
    }

    @Property(tries = 300)
    void lines_without_braces_are_records(@ForAll("lines") String text) throws IOException {
        Files.writeString(file, text);

        assertThat(read(0, Long.MAX_VALUE)).isEqualTo(numberedLines(text));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.strings().withChars("\n\r x{}\":,").ofMaxLength(50);
        Arbitrary<String> objects = Arbitraries.of(
                        "{\"a\":1}",
                        "{\n \"a\": {\n  \"b\": 1\n }\n}",
                        "{\"a\":",
                        "\n",
                        ",\n",
                        "x",
                        "\"}",
                        "{\"a\":\"\\n}{\"}")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(any, objects);
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.strings().withChars("\n\r x\"").ofMaxLength(50);
    }

    private static List<String> read(long start, long end) throws IOException {
        List<String> found = new ArrayList<>();
        FileRange range = new FileRange("source", "lines.json", file.toUri().toString(), start, end, null);
        try (RangeReader records = RangeReader.open(HADOOP, range, new MessageParser(FieldMapping.NONE))) {
            for (List<FoundRecord> next = records.next(); next != null; next = records.next()) {
                RawRecord record = next.get(0).slice();
                found.add(records.line(record) + "@" + record.offset() + ":" + Records.text(record));
            }
        }
        return found;
    }

    private static List<String> numberedLines(String text) {
        List<String> expected = new ArrayList<>();
        int offset = 0;
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String record = line.strip();
            if (!record.isEmpty()) {
                int at = offset + line.indexOf(record);
                expected.add(number + "@" + at + ":" + record);
            }
            offset += line.getBytes(StandardCharsets.UTF_8).length + 1;
        }
        return expected;
    }
}
