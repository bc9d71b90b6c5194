package com.recipechatbot.analytics.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The content of {@code lake.json}, which describes a lake. */
record LakeMarker(ObjectNode json) {

    /**
     * Grows with each change of the layout. The versions 1 to 4 were never deployed and are refused; from 5 on, the next run
     * upgrades an older lake in place.
     */
    static final int FORMAT = 5;

    static final int OLDEST = 5;

    private static final String FILE = "lake.json";

    static LakeMarker of(ZoneId zone) {
        return new LakeMarker(new ObjectMapper()
                .createObjectNode()
                .put("lake", "recipe-chatbot-analytics")
                .put("format", FORMAT)
                .put("zone", zone.getId()));
    }

    static LakeMarker readOrNew(LakeFolder folder, ZoneId zone) {
        return read(folder).orElseGet(() -> of(zone));
    }

    static Optional<LakeMarker> read(LakeFolder folder) {
        return folder.readJson(FILE)
                .map(json -> new LakeMarker(
                        json instanceof ObjectNode object ? object : new ObjectMapper().createObjectNode()));
    }

    int format() {
        return json.path("format").asInt();
    }

    ZoneId zone() {
        return ZoneId.of(json.path("zone").asText("UTC"));
    }

    /** The first day that still has its working rows; empty before anything has expired. */
    Optional<LocalDate> expiredBefore() {
        return day("expired_before");
    }

    LakeMarker withExpiredBefore(LocalDate day) {
        return with("expired_before", json.textNode(day.toString()));
    }

    /** The first day whose pseudonyms were not replaced by random ones; empty before anything was shredded. */
    Optional<LocalDate> shreddedBefore() {
        return day("shredded_before");
    }

    LakeMarker withShreddedBefore(LocalDate day) {
        return with("shredded_before", json.textNode(day.toString()));
    }

    /** The minimum number of users for a dish to be named, as last written; empty before the first write. */
    Optional<Integer> minUsers() {
        return json.hasNonNull("min_users") ? Optional.of(json.get("min_users").asInt()) : Optional.empty();
    }

    LakeMarker withMinUsers(int threshold) {
        return with("min_users", json.numberNode(threshold));
    }

    /** What the input calls the fields of a record, such as {@code message=body}; empty before the first write. */
    Optional<List<String>> fields() {
        return json.has("fields") ? Optional.of(texts(json.get("fields"))) : Optional.empty();
    }

    LakeMarker withFields(List<String> names) {
        return with("fields", texts(names));
    }

    /** The names of {@code --tools}, as last written. */
    List<String> tools() {
        return texts(json.path("tools"));
    }

    LakeMarker withTools(List<String> names) {
        return with("tools", texts(names));
    }

    /** The names of the tables that were ever written. */
    SortedSet<String> tables() {
        return new TreeSet<>(texts(json.path("tables")));
    }

    LakeMarker withTable(String name) {
        SortedSet<String> more = tables();
        more.add(name);
        return with("tables", texts(more));
    }

    private ArrayNode texts(Collection<String> texts) {
        ArrayNode array = json.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** The keys that its rows were made with. */
    KeyEpochs keys() {
        return KeyEpochs.read(json.path("keys"));
    }

    LakeMarker withKeys(KeyEpochs epochs) {
        return with("keys", epochs.toJson());
    }

    /** The first day whose published figures may still change; empty when all may. */
    Optional<LocalDate> closedBefore() {
        return later(expiredBefore(), usersSince());
    }

    /** The first day from which users are recognized on later days; empty when they are from the first one. */
    Optional<LocalDate> usersSince() {
        return later(shreddedBefore(), keys().since());
    }

    /** Writes the file in the newest format if there is none yet. */
    void create(LakeFolder folder) {
        folder.create(FILE, json.toPrettyString());
    }

    void write(LakeFolder folder) {
        folder.write(FILE, with("format", json.numberNode(FORMAT)).json.toPrettyString());
    }

    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
        return Stream.concat(one.stream(), other.stream()).max(LocalDate::compareTo);
    }

    private Optional<LocalDate> day(String name) {
        return json.hasNonNull(name)
                ? Optional.of(LocalDate.parse(json.get(name).asText()))
                : Optional.empty();
    }

    private LakeMarker with(String name, JsonNode value) {
        ObjectNode changed = json.deepCopy();
        changed.set(name, value);
        return new LakeMarker(changed);
    }
}
