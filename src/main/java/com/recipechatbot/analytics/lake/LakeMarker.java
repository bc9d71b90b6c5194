package com.recipechatbot.analytics.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The content of {@code lake.json}, which describes a lake.
 *
 * @param expiredBefore the first day that still has its working rows; null before anything has expired
 * @param minUsers the minimum number of users for a dish to be named, as last written; null before the first write
 * @param fields what the input calls the fields of a record, such as {@code message=body}; null before the first write
 * @param tables the names of the tables that were ever written, sorted
 */
record LakeMarker(
        int format,
        ZoneId zone,
        LocalDate expiredBefore,
        Integer minUsers,
        List<String> fields,
        SortedSet<String> tables) {

    /**
     * Grows with each change of the layout. The versions 1 to 4 were never deployed and are refused; from 5 on, the next run
     * upgrades an older lake in place.
     */
    static final int FORMAT = 5;

    static final int OLDEST = 5;

    private static final String FILE = "lake.json";

    static LakeMarker of(ZoneId zone) {
        return new LakeMarker(FORMAT, zone, null, null, null, new TreeSet<>());
    }

    static Optional<LakeMarker> read(LakeFolder folder) {
        return folder.readJson(FILE).map(LakeMarker::of);
    }

    private static LakeMarker of(JsonNode json) {
        return new LakeMarker(
                json.path("format").asInt(),
                ZoneId.of(json.path("zone").asText("UTC")),
                json.hasNonNull("expired_before")
                        ? LocalDate.parse(json.get("expired_before").asText())
                        : null,
                json.hasNonNull("min_users") ? json.get("min_users").asInt() : null,
                json.has("fields") ? texts(json.get("fields")).toList() : null,
                texts(json.path("tables")).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }

    LakeMarker withExpiredBefore(LocalDate day) {
        return new LakeMarker(format, zone, day, minUsers, fields, tables);
    }

    LakeMarker withMinUsers(int threshold) {
        return new LakeMarker(format, zone, expiredBefore, threshold, fields, tables);
    }

    LakeMarker withFields(List<String> names) {
        return new LakeMarker(format, zone, expiredBefore, minUsers, names, tables);
    }

    LakeMarker withTable(String name) {
        SortedSet<String> more = new TreeSet<>(tables);
        more.add(name);
        return new LakeMarker(format, zone, expiredBefore, minUsers, fields, more);
    }

    /** Writes the file in the newest format if there is none yet. */
    void create(LakeFolder folder) {
        folder.create(FILE, toJson());
    }

    void write(LakeFolder folder) {
        folder.write(FILE, toJson());
    }

    private String toJson() {
        ObjectNode json = new ObjectMapper()
                .createObjectNode()
                .put("lake", "recipe-chatbot-analytics")
                .put("format", FORMAT)
                .put("zone", zone.getId());
        if (expiredBefore != null) {
            json.put("expired_before", expiredBefore.toString());
        }
        if (minUsers != null) {
            json.put("min_users", minUsers);
        }
        if (fields != null) {
            fields.forEach(json.putArray("fields")::add);
        }
        tables.forEach(json.withArray("tables")::add);
        return json.toPrettyString();
    }
}
