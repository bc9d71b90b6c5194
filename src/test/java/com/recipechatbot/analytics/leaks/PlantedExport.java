package com.recipechatbot.analytics.leaks;

import com.recipechatbot.analytics.leaks.Canary.Shape;
import com.recipechatbot.analytics.privacy.PersonalDataType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A day of an export with a canary of every type, in every shape, in every field and wherever else a value can stand. */
final class PlantedExport {

    static final String DAY = "2025-01-06";
    /** A day whose only file is damaged. */
    static final String DAMAGED_DAY = "2025-01-13";

    private static final String MARK = "@VALUE@";
    private static final int CUT = 500;
    /** Of the others too little is left to know them again. */
    private static final Set<PersonalDataType> CUT_TYPES =
            EnumSet.of(PersonalDataType.EMAIL, PersonalDataType.URL, PersonalDataType.PERSON, PersonalDataType.ADDRESS);

    /** Fields of a record that is otherwise sound, as JSON; what stands here replaces what a sound one has. */
    private static final Map<String, String> FIELDS = fields();

    private final Path root;
    private final List<Canary> canaries = new ArrayList<>();

    PlantedExport(Path root) {
        this.root = root;
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("message", "\"message\": \"How do I make potato soup? @VALUE@\"");
        fields.put("dish of a user", "\"message\": \"How do I make @VALUE@ soup?\"");
        fields.put("name of a dish", "\"message\": \"How do I make soup @VALUE@?\"");
        fields.put(
                "dish of an assistant", "\"role\": \"assistant\", \"message\": \"Here is a recipe for @VALUE@ pie:\"");
        fields.put(
                "title of an assistant",
                "\"role\": \"assistant\", \"message\": \"**@VALUE@ Soup**\\n\\nIngredients:\"");
        fields.put("message of a tool", "\"role\": \"tool\", \"message\": \"TOOL_CALL[@VALUE@] @VALUE@\"");
        fields.put("call of a tool", "\"role\": \"assistant\", \"message\": \"TOOL_CALL[@VALUE@] searching\"");
        fields.put("call that a user types", "\"message\": \"TOOL_CALL[@VALUE@] hello\"");
        fields.put("message of the system", "\"role\": \"system\", \"message\": \"You talk to @VALUE@.\"");
        fields.put("message beyond the cut", "\"message\": \"@FILLER@ @VALUE@ and more\"");
        fields.put("message at the cut", "\"message\": \"@CUT@\"");
        fields.put("dish at the cut", "\"message\": \"@CUTDISH@\"");
        fields.put("user_id", "\"user_id\": \"@VALUE@\"");
        fields.put("conversation_id", "\"conversation_id\": \"@VALUE@\"");
        fields.put("timestamp", "\"timestamp\": \"@VALUE@\"");
        fields.put("role", "\"role\": \"@VALUE@\"");
        fields.put("metadata", "\"metadata\": \"@VALUE@\"");
        fields.put("key of the metadata", "\"metadata\": {\"@VALUE@\": \"x\"}");
        fields.put(
                "value of the metadata", "\"metadata\": {\"note\": \"@VALUE@\", \"deep\": {\"list\": [\"@VALUE@\"]}}");
        fields.put("tools in the metadata", "\"metadata\": {\"tools\": [\"@VALUE@\", {\"name\": \"@VALUE@\"}]}");
        fields.put("tool in the metadata", "\"metadata\": {\"tool\": \"@VALUE@\"}");
        fields.put("map of tools in the metadata", "\"metadata\": {\"tools\": {\"@VALUE@\": {\"calls\": 2}}}");
        fields.put(
                "tool_calls in the metadata",
                "\"metadata\": {\"tool_calls\": [{\"name\": \"@VALUE@\", \"function\": {\"name\": \"@VALUE@\", \"arguments\": \"@VALUE@\"}}]}");
        fields.put(
                "recipe in the metadata",
                "\"metadata\": {\"recipe_name\": \"@VALUE@\", \"rating\": \"@VALUE@\", \"feature\": \"@VALUE@\"}");
        fields.put("recipe_name", "\"recipe_name\": \"@VALUE@\"");
        fields.put("tools", "\"tools\": [\"@VALUE@\"]");
        fields.put("key of the record", "\"@VALUE@\": \"x\"");
        fields.put("message that is no text", "\"message\": {\"text\": \"@VALUE@\"}");
        fields.put("user_id that is none", "\"user_id\": [\"@VALUE@\"]");
        fields.put("field that stands twice", "\"message\": \"@VALUE@\", \"message\": \"@VALUE@\"");
        fields.put("broken record", "\"message\": \"@VALUE@");
        fields.put("bytes that are no text", "\"message\": \"\u0001 @VALUE@ \u0001\"");
        return fields;
    }

    List<Canary> canaries() {
        return canaries;
    }

    PlantedExport write() throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        int number = 0;
        for (Map.Entry<String, String> field : FIELDS.entrySet()) {
            for (PersonalDataType type : PersonalDataType.values()) {
                for (Shape shape : Shape.values()) {
                    if (field.getKey().endsWith("at the cut") && !CUT_TYPES.contains(type)) {
                        continue;
                    }
                    Canary canary = plant(type, number++ % 10_000, field.getKey(), shape);
                    lines.writeBytes(line(field.getValue(), canary, number, json(canary, shape)));
                }
            }
        }
        // A record that is a text, and one that is nothing.
        Canary text = plant(PersonalDataType.EMAIL, number++, "record that is a text", Shape.PLAIN);
        lines.writeBytes(('"' + text.value() + "\"\n").getBytes(StandardCharsets.UTF_8));
        Canary nothing = plant(PersonalDataType.EMAIL, number++, "record that is nothing", Shape.PLAIN);
        lines.writeBytes((nothing.value() + "\n").getBytes(StandardCharsets.UTF_8));
        Path day = day(DAY);
        Files.write(day.resolve("records.json"), lines.toByteArray());

        for (PersonalDataType type : PersonalDataType.values()) {
            if (type != PersonalDataType.URL) {
                Canary file = plant(type, number++, "name of a file", Shape.PLAIN);
                // Broken, so that a row has to tell where.
                Files.writeString(day.resolve(file.value() + ".json"), "{\n");
                Canary folder = plant(type, number++, "name of a folder", Shape.FULL_WIDTH);
                Files.writeString(
                        Files.createDirectories(day.resolve(folder.value())).resolve("part.json"), "[{}, 1]");
            }
        }
        Canary damaged = plant(PersonalDataType.EMAIL, number++, "name of a damaged file", Shape.PLAIN);
        Files.write(day(DAMAGED_DAY).resolve(damaged.value() + ".json.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 1});
        return this;
    }

    /** The same fields and names of files, each with a name that no detector knows. */
    PlantedExport writeUnknownNames() throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : FIELDS.entrySet()) {
            Canary canary = plant(Canary.unknownName(canaries.size(), field.getKey()));
            lines.writeBytes(line(field.getValue(), canary, canaries.size(), JsonText.quoted(canary.value())));
        }
        Path day = day(DAY);
        Files.write(day.resolve("records.json"), lines.toByteArray());
        Canary file = plant(Canary.unknownName(canaries.size(), "name of a file"));
        Files.writeString(day.resolve(file.value() + ".json"), "{\n");
        Canary folder = plant(Canary.unknownName(canaries.size(), "name of a folder"));
        Files.writeString(Files.createDirectories(day.resolve(folder.value())).resolve("part.json"), "[{}, 1]");
        return this;
    }

    private Canary plant(Canary canary) {
        canaries.add(canary);
        return canary;
    }

    private Canary plant(PersonalDataType type, int number, String field, Shape shape) {
        return plant(Canary.of(type, number, field, shape));
    }

    private Path day(String day) throws IOException {
        String[] part = day.split("-");
        return Files.createDirectories(root.resolve("year=%s/month=%s/day=%s".formatted(part[0], part[1], part[2])));
    }

    private static byte[] line(String field, Canary canary, int number, String json) {
        // So that half of the value stands before the cut and half behind it.
        String filler =
                "potato ".repeat(CUT).substring(0, CUT - 1 - canary.value().length() / 2);
        String planted = field.replace("@FILLER@", filler)
                .replace("@CUTDISH@", JsonText.quoted(cut(" How do I make ", canary)))
                .replace("@CUT@", JsonText.quoted(cut(" ", canary)))
                .replace(MARK, json);
        StringBuilder record = new StringBuilder("{").append(planted);
        Map.of(
                        "conversation_id",
                        "c" + number,
                        "timestamp",
                        "2025-01-06T10:%02d:%02d".formatted(number / 60 % 60, number % 60),
                        "user_id",
                        "u" + number % 7,
                        "role",
                        "user",
                        "message",
                        "How do I make potato soup?")
                .forEach((name, value) -> {
                    if (!planted.contains("\"" + name + "\": ") || planted.startsWith("\"metadata\"")) {
                        record.insert(1, "\"%s\": \"%s\", ".formatted(name, value));
                    }
                });
        record.append(planted.endsWith("\"") || planted.endsWith("}") || planted.endsWith("]") ? "}\n" : "\n");
        byte[] line = record.toString().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < line.length; i++) {
            line[i] = line[i] == 1 ? (byte) 0xff : line[i];
        }
        return line;
    }

    /** A message of which the chatbot kept all but the last characters of the value. */
    private static String cut(String before, Canary canary) {
        String end = before + canary.value().substring(0, canary.value().length() - 4);
        return "potato ".repeat(CUT).substring(0, CUT - end.length()) + end;
    }

    private static String json(Canary canary, Shape shape) {
        return shape == Shape.ESCAPED ? JsonText.escaped(canary.value()) : JsonText.quoted(canary.value());
    }
}
