package com.recipechatbot.analytics.leaks;

import com.recipechatbot.analytics.TableExportFolder;
import com.recipechatbot.analytics.leaks.Canary.Shape;
import com.recipechatbot.analytics.privacy.PersonalDataType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A full and an incremental export of DynamoDB with a canary of every type, in every shape, wherever a line has room for one. */
final class PlantedTableExport {

    static final String FIRST_DAY = "2025-01-06";
    static final String LAST_DAY = "2025-01-07";

    private static final String KEYS =
            "\"conversation_id\": {\"S\": \"d@N@\"}, \"timestamp\": {\"S\": \"2025-01-06T10:00:00\"}";
    private static final String SOUND =
            "\"user_id\": {\"S\": \"u1\"}, \"role\": {\"S\": \"user\"}, \"message\": {\"S\": \"How do I make soup?\"}";
    private static final String WRITTEN = "\"Metadata\": {\"WriteTimestampMicros\": {\"N\": \"1736211600000000\"}}";
    /** Other values than those of {@link PlantedExport}, which go up to 1,400. */
    private static final int FIRST_NUMBER = 4_000;

    /** Lines of a full export. */
    private static final Map<String, String> ITEMS = items();
    /** Lines of an incremental one. */
    private static final Map<String, String> CHANGES = changes();

    private final Path root;
    private final List<Canary> canaries = new ArrayList<>();
    private int lines;

    PlantedTableExport(Path root) {
        this.root = root;
    }

    private static Map<String, String> items() {
        Map<String, String> items = new LinkedHashMap<>();
        items.put(
                "message of an item",
                item(
                        "%s, \"user_id\": {\"S\": \"u1\"}, \"role\": {\"S\": \"user\"}, \"message\": {\"S\": \"Soup? @VALUE@\"}"
                                .formatted(KEYS)));
        items.put(
                "user_id of an item",
                item("%s, \"user_id\": {\"S\": \"@VALUE@\"}, \"role\": {\"S\": \"user\"}, \"message\": {\"S\": \"Hi\"}"
                        .formatted(KEYS)));
        items.put(
                "key of an item",
                item("\"conversation_id\": {\"S\": \"@VALUE@\"}, \"timestamp\": {\"S\": \"2025-01-06T10:00:00\"}, %s"
                        .formatted(SOUND)));
        items.put(
                "sort key of an item",
                item("\"conversation_id\": {\"S\": \"d@N@\"}, \"timestamp\": {\"S\": \"@VALUE@\"}, %s"
                        .formatted(SOUND)));
        items.put("role of an item", item("%s, \"role\": {\"S\": \"@VALUE@\"}".formatted(KEYS)));
        items.put(
                "metadata of an item",
                item(
                        "%s, %s, \"metadata\": {\"M\": {\"note\": {\"S\": \"@VALUE@\"}, \"@VALUE@\": {\"L\": [{\"S\": \"@VALUE@\"}]}}}"
                                .formatted(KEYS, SOUND)));
        items.put(
                "unknown attribute",
                item("%s, %s, \"nickname\": {\"S\": \"@VALUE@\"}, \"tags\": {\"SS\": [\"@VALUE@\"]}"
                        .formatted(KEYS, SOUND)));
        items.put("name of an attribute", item("%s, %s, \"@VALUE@\": {\"S\": \"x\"}".formatted(KEYS, SOUND)));
        items.put("type of an attribute", item("%s, \"role\": {\"@VALUE@\": \"user\"}".formatted(KEYS)));
        items.put(
                "beside the item",
                "{\"@VALUE@\": \"@VALUE@\", " + item(KEYS + ", " + SOUND).substring(1));
        items.put("broken line", "{\"Item\": {\"message\": {\"S\": \"@VALUE@");
        return items;
    }

    private static Map<String, String> changes() {
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put(
                "new image",
                change("\"NewImage\": {%s, \"role\": {\"S\": \"user\"}, \"message\": {\"S\": \"Soup? @VALUE@\"}}"
                        .formatted(KEYS)));
        changes.put(
                "old image of an update",
                change(
                        "\"NewImage\": {%s, %s}, \"OldImage\": {%s, \"user_id\": {\"S\": \"@VALUE@\"}, \"message\": {\"S\": \"@VALUE@\"}}"
                                .formatted(KEYS, SOUND, KEYS)));
        changes.put(
                "old image of a delete",
                change("\"OldImage\": {%s, \"user_id\": {\"S\": \"@VALUE@\"}, \"message\": {\"S\": \"@VALUE@\"}}"
                        .formatted(KEYS)));
        changes.put(
                "keys of a delete",
                "{%s, \"Keys\": {\"conversation_id\": {\"S\": \"@VALUE@\"}, \"timestamp\": {\"S\": \"2025-01-06T10:00:00\"}}}"
                        .formatted(WRITTEN));
        changes.put("keys that are none", "{%s, \"Keys\": {\"@VALUE@\": {\"S\": \"@VALUE@\"}}}".formatted(WRITTEN));
        changes.put(
                "write time",
                "{\"Metadata\": {\"WriteTimestampMicros\": {\"N\": \"@VALUE@\"}}, \"NewImage\": {%s, %s}}"
                        .formatted(KEYS, SOUND));
        return changes;
    }

    private static String item(String attributes) {
        return "{\"Item\": {" + attributes + "}}";
    }

    private static String change(String images) {
        return "{%s, \"Keys\": {%s}, %s}".formatted(WRITTEN, KEYS, images);
    }

    PlantedTableExport write() {
        TableExportFolder exports = new TableExportFolder(root);
        exports.full("0170-full", "2025-01-07T00:00:00Z", List.of(lines(ITEMS)));
        exports.incremental("0180-increment", "2025-01-07T00:00:00Z", "2025-01-08T00:00:00Z", List.of(lines(CHANGES)));
        return this;
    }

    /** The folder to read. */
    Path prefix() {
        return new TableExportFolder(root).prefix();
    }

    List<Canary> canaries() {
        return canaries;
    }

    /** How many lines there are in both. */
    long lines() {
        return lines;
    }

    private List<String> lines(Map<String, String> templates) {
        List<String> planted = new ArrayList<>();
        templates.forEach((place, line) -> {
            for (PersonalDataType type : PersonalDataType.values()) {
                for (Shape shape : Shape.values()) {
                    Canary canary = Canary.of(type, FIRST_NUMBER + lines, place, shape);
                    canaries.add(canary);
                    String value =
                            shape == Shape.ESCAPED ? JsonText.escaped(canary.value()) : JsonText.quoted(canary.value());
                    planted.add(line.replace("@VALUE@", value).replace("@N@", Integer.toString(lines++)));
                }
            }
        });
        return planted;
    }
}
