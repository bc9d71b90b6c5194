package com.recipechatbot.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.command.RootCommand;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.tables.TableContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README says the truth: what it names exists. */
class DocsTest {

    private static final Path README = Path.of("README.md");

    @Test
    void everyTableOfTheLakeIsNamed() throws IOException {
        assertThat(quoted("[a-z_]+"))
                .containsAll(Arrays.stream(MetricTable.values())
                        .map(MetricTable::tableName)
                        .toList());
    }

    @Test
    void publishedTablesAreTheReadmesWordForWord() throws IOException {
        String text = Files.readString(README);
        for (MetricTable table : MetricTable.values()) {
            TableContract contract = table.contract();
            if (contract.area().equals("published")) {
                assertThat(text)
                        .contains(
                                "| `%s` | %s | %s |".formatted(contract.name(), contract.grain(), contract.question()));
            }
        }
    }

    @Test
    void everyClassNamedExists() throws IOException {
        Set<String> classes = sources()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());

        assertThat(classes).containsAll(quoted("[A-Z][a-z]+[A-Za-z0-9]*"));
    }

    @Test
    void everyPathNamedExists() throws IOException {
        assertThat(quoted("(?:jobs|src|emr|notebooks)(?:/[A-Za-z0-9._-]+)*"))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(Path.of(path)).exists());
    }

    @Test
    void everyCommandNamedIsAJobOrATool() throws IOException {
        Matcher commands = Pattern.compile("jobs/run ([a-z-]+)").matcher(Files.readString(README));
        Set<String> known = RootCommand.names();
        while (commands.find()) {
            String name = commands.group(1);
            if (!name.startsWith("-")) {
                assertThat(known).contains(name);
            }
        }
    }

    private static Set<String> quoted(String form) throws IOException {
        return Pattern.compile("`(" + form + ")`")
                .matcher(Files.readString(README))
                .results()
                .map(quote -> quote.group(1))
                .collect(Collectors.toSet());
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }
}
