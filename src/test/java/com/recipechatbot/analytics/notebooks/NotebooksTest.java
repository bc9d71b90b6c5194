package com.recipechatbot.analytics.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Git contains only what somebody wrote: no rows, no pictures and no machine names. {@link NotebooksIT} executes the
 * notebooks.
 */
class NotebooksTest {

    private static final Pattern OF_A_MACHINE = Pattern.compile(
            "(?<![\\w.])/(?:bin|home|mnt|opt|root|tmp|usr|var|Users|work)\\b|\\w://|localhost|amazonaws");
    private static final Pattern CONNECT = Pattern.compile("connect\\(([^)]*)\\)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    static List<Path> notebooks() throws IOException {
        return Notebook.files();
    }

    @Test
    void questionsAreNumbered() throws IOException {
        List<Path> files = Notebook.files();

        assertThat(files).hasSizeGreaterThanOrEqualTo(7);
        assertThat(IntStream.range(0, files.size())
                        .allMatch(i -> files.get(i).getFileName().toString().startsWith("0" + (i + 1) + "-")))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void outputsAreStripped(Path file) throws IOException {
        Notebook notebook = Notebook.read(file);

        assertThat(notebook.code()).isNotEmpty().allSatisfy(cell -> {
            assertThat(cell.path("outputs")).isEmpty();
            assertThat(cell.get("execution_count").isNull()).isTrue();
        });
        assertThat(notebook.cells())
                .allSatisfy(cell -> assertThat(cell.path("metadata")).isEmpty());
        assertThat(notebook.root().path("metadata")).hasToString("""
                {"kernelspec":{"display_name":"Python 3","language":"python","name":"python3"},\
                "language_info":{"name":"python"}}""");
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void nothingDependsOnAMachine(Path file) throws IOException {
        assertThat(Files.readString(file)).doesNotContainPattern(OF_A_MACHINE);
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void theFirstCellConnectsAndEveryTableExists(Path file) throws IOException {
        List<JsonNode> code = Notebook.read(file).code();
        List<String> tables = code.stream()
                .flatMap(cell -> CONNECT.matcher(Notebook.source(cell)).results())
                .flatMap(call -> QUOTED.matcher(call.group(1)).results())
                .map((MatchResult name) -> name.group(1))
                .map(name -> name.contains("/") ? name : "published/" + name)
                .toList();

        assertThat(Notebook.source(code.get(0))).contains("spark = connect(");
        assertThat(tables)
                .isNotEmpty()
                .isSubsetOf(Arrays.stream(MetricTable.values())
                        .map(table -> table.contract().location())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void everyQuestionIsAskedBeforeItIsAnswered(Path file) throws IOException {
        List<JsonNode> cells = Notebook.read(file).cells();

        assertThat(Notebook.source(cells.get(0))).startsWith("# ").contains("?");
        assertThat(cells)
                .filteredOn(cell -> Notebook.source(cell).startsWith("## "))
                .hasSizeGreaterThan(1)
                .allSatisfy(cell -> assertThat(Notebook.source(cell)).containsPattern("^## .*\\?"));
    }
}
