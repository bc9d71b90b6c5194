package com.recipechatbot.analytics.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which keys the rows of a lake were made with: a fingerprint of each key that was used, by its name in the key file. One
 * epoch, and another for each time that a run was asked to continue with new keys.
 */
public record KeyEpochs(List<Epoch> epochs) {

    static final KeyEpochs NONE = new KeyEpochs(List.of());

    /** @param since the first day whose rows have these keys; null from the lake's first day on */
    record Epoch(LocalDate since, Map<String, String> fingerprints) {

        List<String> differing(Map<String, String> given) {
            return new TreeMap<>(given)
                    .entrySet().stream()
                            .filter(key -> !fingerprints
                                    .getOrDefault(key.getKey(), key.getValue())
                                    .equals(key.getValue()))
                            .map(Map.Entry::getKey)
                            .toList();
        }
    }

    static KeyEpochs read(JsonNode epochs) {
        List<Epoch> read = new ArrayList<>();
        for (JsonNode epoch : epochs) {
            Map<String, String> fingerprints = new TreeMap<>();
            epoch.path("fingerprints")
                    .properties()
                    .forEach(
                            key -> fingerprints.put(key.getKey(), key.getValue().asText()));
            read.add(new Epoch(
                    epoch.hasNonNull("since")
                            ? LocalDate.parse(epoch.get("since").asText())
                            : null,
                    fingerprints));
        }
        return new KeyEpochs(read);
    }

    ArrayNode toJson() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Epoch epoch : epochs) {
            var node = array.addObject();
            if (epoch.since() != null) {
                node.put("since", epoch.since().toString());
            }
            epoch.fingerprints().forEach(node.putObject("fingerprints")::put);
        }
        return array;
    }

    /** The first day whose rows have the newest keys; empty when all rows have them. */
    public Optional<LocalDate> since() {
        return Optional.ofNullable(newest().since());
    }

    /** The names of the keys that differ from the newest ones of the lake. */
    public List<String> differing(Map<String, String> given) {
        return newest().differing(given);
    }

    /**
     * @param place of the given keys
     * @throws LakeException when the newest rows of the lake were made with another key
     */
    public void requireNewest(Map<String, String> given, String place, String lake) {
        if (!differing(given).isEmpty()) {
            throw differ(given, place, lake, "Give the keys of its earlier runs. If they are lost, see --new-keys.");
        }
    }

    /**
     * @param place of the given keys
     * @throws LakeException when no rows of the lake were made with these keys, neither now nor earlier
     */
    public void requireKnown(Map<String, String> given, String place, String lake) {
        if (!epochs.isEmpty()
                && epochs.stream().noneMatch(epoch -> epoch.differing(given).isEmpty())) {
            throw differ(given, place, lake, "Give the keys of its earlier runs.");
        }
    }

    private LakeException differ(Map<String, String> given, String place, String lake, String whatToDo) {
        return new LakeException(
                "Cannot use the keys in %s for the lake %s: its rows were made with another key for %s. %s"
                        .formatted(place, lake, String.join(", ", differing(given)), whatToDo));
    }

    /** The days whose rows were made with other keys than these, such as {@code days before 2025-03-01}. */
    public List<String> daysOfOthers(Map<String, String> given) {
        List<String> days = new ArrayList<>();
        for (int i = 0; i < epochs.size(); i++) {
            if (!epochs.get(i).differing(given).isEmpty()) {
                LocalDate from = epochs.get(i).since();
                LocalDate before = i + 1 < epochs.size() ? epochs.get(i + 1).since() : null;
                days.add("days" + (from == null ? "" : " from " + from + " on")
                        + (before == null ? "" : " before " + before));
            }
        }
        return days;
    }

    KeyEpochs with(Map<String, String> used) {
        Map<String, String> all = new TreeMap<>(newest().fingerprints());
        all.putAll(used);
        List<Epoch> next = new ArrayList<>(epochs.subList(0, Math.max(0, epochs.size() - 1)));
        next.add(new Epoch(newest().since(), all));
        return new KeyEpochs(next);
    }

    KeyEpochs withNew(LocalDate since, Map<String, String> used) {
        List<Epoch> next = new ArrayList<>(epochs);
        next.add(new Epoch(since, new TreeMap<>(used)));
        return new KeyEpochs(next);
    }

    private Epoch newest() {
        return epochs.isEmpty() ? new Epoch(null, Map.of()) : epochs.get(epochs.size() - 1);
    }
}
