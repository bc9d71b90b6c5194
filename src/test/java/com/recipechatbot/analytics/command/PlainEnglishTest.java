package com.recipechatbot.analytics.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Help and messages of the commands are free of phrases that are translated literally. */
class PlainEnglishTest {

    /** Each with what to write: is not a; known, shown; needs; anyone who; instead of; again; fix; except; whose, which; is; violated. */
    private static final Pattern FOREIGN = Pattern.compile(
            "(?<!there )\\b(is|are|be) no [a-z]|\\btold\\b|\\btells? (of|how|what|that|the)\\b|\\bwants?\\b|\\bwhoever\\b"
                    + "|in the place of|\\banew\\b|\\bmend\\b|\\bbut for\\b|\\bof which\\b|\\bstands? (in|for|at|below)\\b"
                    + "|\\bnot so:|\\bfor want of\\b|\\bin number\\b|found out, not asked|^Lets \\b|half published"
                    + "|report it if it stays|\\bAWS cannot be asked\\b|\\btime is up\\b",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    private static final Path SOURCES = Path.of("src/main/java/com/recipechatbot/analytics");

    @Test
    void helpIsPlain() {
        List<String> found = new ArrayList<>();
        CommandLine root = RootCommand.line("--help");
        collect(root, found);

        assertThat(found).isEmpty();
    }

    @Test
    void messagesArePlain() throws IOException {
        List<String> found = new ArrayList<>();
        for (String folder : List.of("command", "deploy", "logs", "sample")) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    LITERAL.matcher(Files.readString(file)).results().forEach(literal -> find(literal.group(1), found));
                }
            }
        }

        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JSON, but no object: it is no object",
                "Lets the run write somewhere else",
                "is untried and wants rights",
                "not so: a table",
                "Mend that; what is made already stays",
                "keeps what it was told",
                "Nothing is half published"
            })
    void aForeignPhraseIsFound(String text) {
        List<String> found = new ArrayList<>();
        find(text, found);

        assertThat(found).isNotEmpty();
    }

    private static void collect(CommandLine line, List<String> found) {
        find(line.getUsageMessage(), found);
        line.getSubcommands().values().forEach(command -> collect(command, found));
    }

    private static void find(String text, List<String> found) {
        FOREIGN.matcher(text.replaceAll("\\s+", " "))
                .results()
                .forEach(match -> found.add(match.group() + " in: " + text));
    }
}
