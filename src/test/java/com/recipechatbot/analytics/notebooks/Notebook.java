package com.recipechatbot.analytics.notebooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A notebook file. */
record Notebook(Path file, JsonNode root) {

    static final Path FOLDER = Path.of("notebooks");

    private static final Pattern ROW = Pattern.compile("<tr.*?</tr>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>", Pattern.DOTALL);

    static Notebook read(Path file) throws IOException {
        return new Notebook(file, new ObjectMapper().readTree(file.toFile()));
    }

    /** The notebooks of this project, in numerical order. */
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }

    List<JsonNode> cells() {
        return StreamSupport.stream(root.path("cells").spliterator(), false).toList();
    }

    List<JsonNode> code() {
        return cells().stream()
                .filter(cell -> cell.path("cell_type").asText().equals("code"))
                .toList();
    }

    static String source(JsonNode cell) {
        return text(cell.path("source"));
    }

    /** The pictures that a cell has drawn, as PNG. */
    static List<byte[]> pictures(JsonNode cell) {
        return outputs(cell, "image/png")
                .map(picture -> Base64.getMimeDecoder().decode(picture))
                .toList();
    }

    /** The rows of the table that a cell shows, by column name. */
    List<Map<String, String>> table(String cellId) {
        JsonNode cell = code().stream()
                .filter(found -> found.path("id").asText().equals(cellId))
                .findFirst()
                .orElseThrow();
        List<List<String>> rows = ROW.matcher(
                        outputs(cell, "text/html").findFirst().orElseThrow())
                .results()
                .map(MatchResult::group)
                .map(row -> FIELD.matcher(row)
                        .results()
                        .map(field -> field.group(1).strip())
                        .toList())
                .toList();
        List<Map<String, String>> table = new ArrayList<>();
        for (List<String> values : rows.subList(1, rows.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 1; i < values.size(); i++) {
                row.put(rows.get(0).get(i), values.get(i));
            }
            table.add(row);
        }
        return table;
    }

    private static Stream<String> outputs(JsonNode cell, String type) {
        return StreamSupport.stream(cell.path("outputs").spliterator(), false)
                .map(output -> output.path("data").path(type))
                .filter(data -> !data.isMissingNode())
                .map(Notebook::text);
    }

    /** A text is a string or an array of its lines. */
    private static String text(JsonNode node) {
        StringBuilder text = new StringBuilder(node.asText(""));
        node.forEach(line -> text.append(line.asText()));
        return text.toString();
    }
}
