package com.recipechatbot.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.command.RootCommand;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README and the pages tell the truth: what they name exists. */
class DocsTest {

    private static final Path PAGES = Path.of("src/site/markdown");

    /** They also name what is gone, what the stack has, or what Spark has. */
    private static final List<String> LEFT_OUT = List.of("changelog.md", "deploy.md", "performance.md");

    @Test
    void everyTableOfTheLakeIsNamed() throws IOException {
        assertThat(quoted("[a-z_]+"))
                .containsAll(Arrays.stream(MetricTable.values())
                        .map(MetricTable::tableName)
                        .toList());
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        for (Path page : pages()) {
            Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)")
                    .matcher(Files.readString(page))
                    .results()
                    .map(link -> page.resolveSibling(link.group(1)))
                    .forEach(target ->
                            assertThat(target).as("linked from %s", page).exists());
        }
    }

    @Test
    void everyClassOrResourceOfTheStackNamedExists() throws IOException {
        Set<String> classes = sources()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        Pattern.compile("^  ([A-Za-z]+):$", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("emr/stack.yaml")))
                .results()
                .forEach(resource -> classes.add(resource.group(1)));

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
        Matcher commands = Pattern.compile("jobs/run ([a-z-]+)").matcher(text());
        Set<String> known = RootCommand.names();
        while (commands.find()) {
            String name = commands.group(1);
            if (!name.startsWith("-")) {
                assertThat(known).contains(name);
            }
        }
    }

    private static String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path page : pages()) {
            text.append(Files.readString(page)).append('\n');
        }
        return text.toString();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            return Stream.concat(
                            Stream.of(Path.of("README.md")),
                            pages.filter(page -> page.toString().endsWith(".md"))
                                    .filter(page -> !LEFT_OUT.contains(
                                            page.getFileName().toString())))
                    .toList();
        }
    }

    private static Set<String> quoted(String form) throws IOException {
        return Pattern.compile("`(" + form + ")`")
                .matcher(text())
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
