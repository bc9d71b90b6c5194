package com.recipechatbot.analytics.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.Path;

/**
 * The right to write to a lake, held by one run at a time in the file {@code lease.json}. The file also lists the days
 * that the run may leave half written, so that the next run after a kill rebuilds them too. It changes hands by
 * conditional writes only, and a run that was presumed dead and wakes up can no longer commit.
 */
public final class Lease implements AutoCloseable {

    /**
     * A run renews its lease every minute, whatever it is doing; a run that is silent for longer than this is presumed
     * dead.
     */
    static final Duration SILENCE = Duration.ofMinutes(15);

    private static final Duration BEAT = Duration.ofMinutes(1);

    private static final String FILE = "lease.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final System.Logger LOG = System.getLogger(Lease.class.getName());

    /** The leases of this process by lake, for the log store, which Delta instantiates and which knows only paths. */
    private static final Map<String, Lease> HELD = new ConcurrentHashMap<>();

    private final LakeFolder folder;
    private final InstantSource clock;
    private final LeaseHolder holder;
    private final SortedSet<LocalDate> unfinished = new TreeSet<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(Lease::daemon);
    private boolean takenOver;

    private Lease(LakeFolder folder, InstantSource clock, LeaseHolder holder) {
        this.folder = folder;
        this.clock = clock;
        this.holder = holder;
    }

    /** @throws LakeBusyException when another run that is still alive holds the lake */
    static Lease take(LakeFolder folder, String job, String runId, InstantSource clock) {
        return take(folder, job, runId, clock, BEAT);
    }

    static Lease take(LakeFolder folder, String job, String runId, InstantSource clock, Duration beat) {
        Lease lease = new Lease(folder, clock, LeaseHolder.ofThisProcess(job, runId, clock.instant()));
        while (!lease.tryToTake()) {
            // Another run was faster: look again to see which.
        }
        HELD.put(folder.whole(), lease);
        var unused =
                lease.heart.scheduleAtFixedRate(lease::beat, beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
        return lease;
    }

    private static Thread daemon(Runnable beats) {
        Thread thread = new Thread(beats, "lease");
        thread.setDaemon(true);
        return thread;
    }

    private void beat() {
        try {
            renew();
        } catch (LakeBusyException e) {
            // The next commit ends the run with the same message.
            heart.shutdown();
        } catch (RuntimeException e) {
            // Unreachable for now: the run itself will notice too, and the next renewal tries again.
            LOG.log(System.Logger.Level.WARNING, "Cannot renew the lease of the lake", e);
        }
    }

    private boolean tryToTake() {
        Optional<AtomicFiles.Stored> left = folder.read(FILE);
        if (left.isEmpty()) {
            return folder.create(FILE, content());
        }
        JsonNode json = folder.json(FILE, left.get());
        Optional<LeaseHolder> other = LeaseHolder.read(json);
        other.filter(held -> held.isAlive(clock.instant(), SILENCE)).ifPresent(held -> {
            throw new LakeBusyException(
                    "Cannot write to the lake %s: %s holds it. Wait until it ends, or stop it; unless it renews its lease, it loses the lake at %s."
                            .formatted(
                                    folder.root(),
                                    held,
                                    held.lastSeen().plus(SILENCE).truncatedTo(ChronoUnit.SECONDS)));
        });
        takenOver = other.isPresent();
        unfinished.clear();
        json.path("unfinished_days").forEach(day -> unfinished.add(LocalDate.parse(day.asText())));
        return folder.replace(FILE, left.get().tag(), content());
    }

    /** True if the previous run never released the lake: it may only be slow, and wake up. */
    boolean isTakenOver() {
        return takenOver;
    }

    /**
     * Checks the lease before a commit to a file of a table.
     *
     * @throws LakeBusyException when this process held the lake that contains the file, and another run has taken it
     */
    static void requireHeld(Path file) {
        HELD.entrySet().stream()
                .filter(held -> isBelow(held.getKey(), file))
                // A copy of a lake lies inside it, and has its own lease.
                .max(Comparator.comparingInt(held -> held.getKey().length()))
                .ifPresent(held -> held.getValue().ours());
    }

    private static boolean isBelow(String lake, Path file) {
        return file.toString().startsWith(lake.endsWith("/") ? lake : lake + "/");
    }

    /** The days that this run and earlier runs may have left half written. */
    public synchronized SortedSet<LocalDate> unfinishedDays() {
        return new TreeSet<>(unfinished);
    }

    /** Records, before the first change, which days the run will change. */
    public synchronized void willChange(Collection<LocalDate> days) {
        unfinished.addAll(days);
        write();
    }

    /** Renews the lease. */
    public synchronized void renew() {
        write();
    }

    /**
     * Records that all changes have been made.
     *
     * @param left days that the next run has to finish
     */
    public synchronized void finish(Collection<LocalDate> left) {
        unfinished.clear();
        unfinished.addAll(left);
    }

    /** Releases the lake; unfinished days stay on record. */
    @Override
    public synchronized void close() {
        heart.shutdown();
        HELD.remove(folder.whole(), this);
        ObjectNode left = JSON.createObjectNode();
        addUnfinished(left);
        stored().ifPresent(ours -> folder.replace(FILE, ours.tag(), left.toPrettyString()));
    }

    private void write() {
        if (!folder.replace(FILE, ours().tag(), content())) {
            throw lost();
        }
    }

    /** The current content of the file. */
    private AtomicFiles.Stored ours() {
        return stored().orElseThrow(this::lost);
    }

    private Optional<AtomicFiles.Stored> stored() {
        return folder.read(FILE)
                .filter(stored -> LeaseHolder.read(folder.json(FILE, stored))
                        .filter(present -> present.runId().equals(holder.runId()))
                        .isPresent());
    }

    private LakeBusyException lost() {
        return new LakeBusyException(
                "Cannot continue writing to the lake %s: another run has taken it over. Run this one again when the other has ended."
                        .formatted(folder.root()));
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
