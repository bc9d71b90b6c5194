package com.recipechatbot.analytics.lake;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a lake keeps for later runs beside its tables, in {@code lake.json}: how its rows were made, and which of its days
 * are closed. Each answer is read from the file; each change is written before the rows that depend on it.
 */
public final class LakeSettings {

    private final LakeFolder folder;
    private final ZoneId zone;

    LakeSettings(LakeFolder folder, ZoneId zone) {
        this.folder = folder;
        this.zone = zone;
    }

    /** The first day that still has its working rows; empty before anything has expired. */
    public Optional<LocalDate> expiredBefore() {
        return LakeMarker.read(folder).flatMap(LakeMarker::expiredBefore);
    }

    /** Records that the rows of the days before this one expire, before they are deleted. This can never be undone. */
    public void expireBefore(LocalDate day) {
        if (expiredBefore().filter(earlier -> !earlier.isBefore(day)).isEmpty()) {
            marker().withExpiredBefore(day).write(folder);
        }
    }

    /** The minimum number of users for a dish to be named, as of the last write; empty before the first. */
    public Optional<Integer> minUsers() {
        return LakeMarker.read(folder).flatMap(LakeMarker::minUsers);
    }

    /** Records it for later runs. */
    public void keepMinUsers(int minUsers) {
        if (minUsers().filter(kept -> kept == minUsers).isEmpty()) {
            marker().withMinUsers(minUsers).write(folder);
        }
    }

    /** What the input calls the fields of a record, as of the last write; empty before the first. */
    public Optional<List<String>> fields() {
        return LakeMarker.read(folder).flatMap(LakeMarker::fields);
    }

    /** Records it for later runs. */
    public void keepFields(List<String> fields) {
        if (fields().filter(fields::equals).isEmpty()) {
            marker().withFields(fields).write(folder);
        }
    }

    /** The names of tools that are published however few users they have, as of the last write. */
    public List<String> tools() {
        return LakeMarker.read(folder).map(LakeMarker::tools).orElse(List.of());
    }

    /** Records them for later runs. */
    public void keepTools(List<String> names) {
        if (!tools().equals(names)) {
            marker().withTools(names).write(folder);
        }
    }

    /** Which keys its rows were made with. */
    public KeyEpochs keys() {
        return marker().keys();
    }

    /** Records keys before rows are made with them. */
    public void keepKeys(Map<String, String> used) {
        LakeMarker marker = marker();
        KeyEpochs keys = marker.keys().with(used);
        if (!keys.equals(marker.keys())) {
            marker.withKeys(keys).write(folder);
        }
    }

    /** Records that the rows from this day on are made with other keys than the earlier ones. */
    public void beginKeys(LocalDate since, Map<String, String> used) {
        LakeMarker marker = marker();
        marker.withKeys(marker.keys().withNew(since, used)).write(folder);
    }

    /** Records that pseudonyms of the days before this one are replaced by random ones, before the first is. */
    public void shredBefore(LocalDate day) {
        LakeMarker marker = marker();
        if (marker.shreddedBefore().filter(earlier -> !earlier.isBefore(day)).isEmpty()) {
            marker.withShreddedBefore(day).write(folder);
        }
    }

    /** The first day from which users are recognized on later days; empty when they are from the first one. */
    public Optional<LocalDate> usersSince() {
        return marker().usersSince();
    }

    /** The days before this one are closed: their rows have expired, were made with earlier keys or were shredded. */
    public Optional<LocalDate> closedBefore() {
        return marker().closedBefore();
    }

    private LakeMarker marker() {
        return LakeMarker.readOrNew(folder, zone);
    }
}
