package com.recipechatbot.analytics.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {

    private static final SampleOptions TWO_WEEKS = new SampleOptions(LocalDate.of(2025, 1, 6), 14, 10, 1);

    @TempDir
    private Path folder;

    @Test
    void equal_options_give_equal_bytes_in_any_language_and_time_zone() throws IOException {
        Map<String, String> here = contentOf(TWO_WEEKS, "here");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            assertThat(contentOf(TWO_WEEKS, "elsewhere")).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void another_seed_gives_another_sample_in_the_same_layout() throws IOException {
        Map<String, String> sample = contentOf(TWO_WEEKS, "sample");
        Map<String, String> other = contentOf(new SampleOptions(LocalDate.of(2025, 1, 6), 14, 10, 2), "other");
        assertThat(other.keySet()).isEqualTo(sample.keySet());
        assertThat(other.get("expected.json")).isNotEqualTo(sample.get("expected.json"));
    }

    @Test
    void every_day_has_a_finished_folder_and_the_day_of_the_outage_an_empty_file() throws IOException {
        Map<String, String> content = contentOf(TWO_WEEKS, "sample");
        String outage = "conversations/year=2025/month=01/day=15/";
        assertThat(content)
                .hasSize(2 * 14 + 1)
                .containsKeys(
                        "conversations/year=2025/month=01/day=06/conversations-2025-01-06.json",
                        "conversations/year=2025/month=01/day=19/_SUCCESS")
                .containsEntry(outage + "conversations-2025-01-15.json", "")
                .containsEntry(outage + "_SUCCESS", "");
        assertThat(content.values()).filteredOn(String::isEmpty).hasSize(14 + 1);
    }

    @Test
    void a_single_day_with_a_single_conversation_a_day_is_a_sample_too() throws IOException {
        assertThat(contentOf(new SampleOptions(LocalDate.of(2025, 1, 8), 1, 1, 1), "sample"))
                .hasSize(3);
    }

    private Map<String, String> contentOf(SampleOptions options, String name) throws IOException {
        Path root = Files.createDirectory(folder.resolve(name));
        Sample.write(options, root);
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                content.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return content;
    }
}
