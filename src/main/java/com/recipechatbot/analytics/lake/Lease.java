package com.recipechatbot.analytics.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The right to write to a lake, held by one run at a time in the file {@code lease.json}. The file also names the
 * days that the run may leave half written, so that whoever comes after a kill rebuilds them too.
 */
public final class Lease implements AutoCloseable {

    /** A run gives a sign of life at each table that it writes; one that is silent for longer is taken for dead. */
    static final Duration SILENCE = Duration.ofHours(6);

    private static final String FILE = "lease.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LakeFolder folder;
    private final InstantSource clock;
    private final LeaseHolder holder;
    private final SortedSet<LocalDate> unfinished = new TreeSet<>();
    private boolean finished;

    private Lease(LakeFolder folder, InstantSource clock, LeaseHolder holder) {
        this.folder = folder;
        this.clock = clock;
        this.holder = holder;
    }

    /** @throws LakeBusyException when another run holds the lake and lives */
    static Lease take(LakeFolder folder, String job, String runId, InstantSource clock) {
        Lease lease = new Lease(folder, clock, LeaseHolder.ofThisProcess(job, runId, clock.instant()));
        while (!folder.create(FILE, lease.content())) {
            Optional<JsonNode> left = folder.readJson(FILE);
            if (left.isPresent()) {
                lease.inherit(left.get());
                return lease;
            }
            // Given free in this moment: try again.
        }
        return lease;
    }

    private void inherit(JsonNode left) {
        LeaseHolder.read(left)
                .filter(other -> other.isAlive(clock.instant(), SILENCE))
                .ifPresent(other -> {
                    throw new LakeBusyException(
                            "Cannot write to the lake %s: %s holds it. Wait until it ends, or stop it."
                                    .formatted(folder.root(), other));
                });
        left.path("unfinished_days").forEach(day -> unfinished.add(LocalDate.parse(day.asText())));
        folder.write(FILE, content());
    }

    /** The days that runs before this one, and this one, may have left half written. */
    public SortedSet<LocalDate> unfinishedDays() {
        return new TreeSet<>(unfinished);
    }

    /** Writes down, before the first change, which days the run will change. */
    public void willChange(Collection<LocalDate> days) {
        unfinished.addAll(days);
        write();
    }

    /** A sign of life. */
    public void renew() {
        write();
    }

    /**
     * Everything that was to be changed is changed.
     *
     * @param left days that the next run must take up again
     */
    public void finish(Collection<LocalDate> left) {
        unfinished.clear();
        unfinished.addAll(left);
        finished = unfinished.isEmpty();
    }

    /** Gives the lake free; days that are not finished stay written down. */
    @Override
    public void close() {
        if (!isOurs()) {
            return;
        }
        if (finished || unfinished.isEmpty()) {
            folder.delete(FILE);
        } else {
            ObjectNode left = JSON.createObjectNode();
            addUnfinished(left);
            folder.write(FILE, left.toPrettyString());
        }
    }

    private void write() {
        if (!isOurs()) {
            throw new LakeBusyException(
                    "Cannot go on writing to the lake %s: another run has taken it. Run this one again when that one has ended."
                            .formatted(folder.root()));
        }
        folder.write(FILE, content());
    }

    private boolean isOurs() {
        return folder.readJson(FILE)
                .flatMap(LeaseHolder::read)
                .filter(present -> present.runId().equals(holder.runId()))
                .isPresent();
    }

    private String content() {
        ObjectNode lease = holder.toJson(clock.instant());
        addUnfinished(lease);
        return lease.toPrettyString();
    }

    private void addUnfinished(ObjectNode lease) {
        var days = lease.putArray("unfinished_days");
        unfinished.forEach(day -> days.add(day.toString()));
    }
}
