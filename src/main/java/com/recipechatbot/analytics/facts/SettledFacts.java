package com.recipechatbot.analytics.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Decides, over all that is known of a conversation, which of its records are loaded: the messages in order of time,
 * each once, and how many records were left out for which reason. The same for any order of the records.
 */
public final class SettledFacts {

    /** Two records of the same key are the same message. */
    private static final Comparator<Item> SAME =
            Comparator.comparingLong(Item::sentAt).thenComparingInt(Item::role).thenComparingLong(Item::messageKey);

    /** Which of equal records stays is decided by what they say: the smallest user key, then the metadata that says most. */
    private static final Comparator<Item> BEST = SAME.thenComparing(
                    Item::user, Comparator.nullsLast(Arrays::compareUnsigned))
            .thenComparing(Item::metadata, Metadata.MOST_FIRST)
            .thenComparingInt(Item::source)
            .thenComparing(Item::write, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** The order in which a conversation is read. A user speaks first when both speak in the same microsecond. */
    private static final Comparator<Item> READ = Comparator.comparingLong(Item::sentAt)
            .thenComparingInt(Item::role)
            .thenComparingInt(Item::evidence)
            .thenComparingLong(Item::signature)
            .thenComparing(Item::rating, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingLong(Item::messageKey);

    private final byte[] facts;
    private final DayClock clock;
    private final FactsBuilder settled = new FactsBuilder();
    private final List<Item> candidates = new ArrayList<>();
    private final List<Item> withdrawals = new ArrayList<>();
    private final List<Item> known = new ArrayList<>();
    private final List<Item> knownWrites = new ArrayList<>();
    private final int[] excluded = new int[Exclusion.values().length + 1];

    private SettledFacts(byte[] facts, DayClock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @param facts of one conversation, merged
     * @param clock of the zone in which days are counted
     */
    public static byte[] of(byte[] facts, DayClock clock) {
        int exclusion = facts[Facts.EXCLUSION];
        if (exclusion != 0) {
            return leftOut(facts, Exclusion.of(exclusion));
        }
        return isSettled(facts, 0) ? facts : new SettledFacts(facts, clock).settle();
    }

    /**
     * Puts the messages of settled facts, of several sources or days, into the order of time.
     *
     * @param facts merged of settled facts and known ones
     */
    public static byte[] inOrder(byte[] facts) {
        if (isSettled(facts, Facts.KNOWN)) {
            return facts;
        }
        SettledFacts all = new SettledFacts(facts, null);
        all.read();
        all.candidates.addAll(all.known);
        all.candidates.sort(READ);
        all.settled.like(facts);
        all.writeMessages(all.candidates);
        return all.settled.facts();
    }

    /** Most conversations: nothing but messages that follow each other. */
    private static boolean isSettled(byte[] facts, int allowed) {
        FactsReader reader = new FactsReader(facts);
        int unusual = (Facts.KNOWN | Facts.WRITTEN | Facts.WITHDRAWN) & ~allowed;
        long before = Long.MIN_VALUE;
        while (reader.next()) {
            if (reader.isMessage()) {
                if ((reader.how() & unusual) != 0 || reader.sentAt() <= before) {
                    return false;
                }
                before = reader.sentAt();
            }
        }
        return true;
    }

    private static byte[] leftOut(byte[] facts, Exclusion reason) {
        int count = 0;
        FactsReader reader = new FactsReader(facts);
        while (reader.next()) {
            if (reader.kind() == Facts.EXCLUDED) {
                count += reader.number();
            } else if (reader.isMessage() && !reader.isKnown()) {
                count++;
            }
        }
        return new FactsBuilder().like(facts).exclude(reason, count).facts();
    }

    private byte[] settle() {
        read();
        settled.like(facts);
        withdrawals.forEach(item -> excluded[item.withdrawal().code()]++);
        candidates.sort(BEST);
        withdrawals.sort(SAME.thenComparingInt(Item::source)
                .thenComparing(Item::write, Comparator.nullsFirst(Comparator.naturalOrder())));
        Map<Long, Write> lastWrites = lastWrites();
        List<Item> loaded = withoutRepetitions(withoutWithdrawn(lastWrites));
        loaded.sort(READ);
        writeMessages(loaded);
        for (Exclusion reason : Exclusion.values()) {
            settled.exclude(reason, excluded[reason.code()]);
        }
        writeWrites();
        writeStaleSources(lastWrites);
        return settled.facts();
    }

    private void read() {
        FactsReader reader = new FactsReader(facts);
        while (reader.next()) {
            if (reader.kind() == Facts.EXCLUDED) {
                excluded[reader.what()] += reader.number();
            } else if (reader.isMessage()) {
                Item item = new Item(reader);
                if (reader.isKnown()) {
                    (item.write() == null ? known : knownWrites).add(item);
                } else {
                    ((reader.how() & Facts.WITHDRAWN) == 0 ? candidates : withdrawals).add(item);
                }
            }
        }
    }

    /** The last write of each item, by its time; empty where no write is known. */
    private Map<Long, Write> lastWrites() {
        Map<Long, Write> last = new HashMap<>();
        for (List<Item> items : List.of(candidates, withdrawals, knownWrites)) {
            for (Item item : items) {
                if (item.write() != null) {
                    last.merge(item.sentAt(), item.write(), (one, other) -> one.compareTo(other) < 0 ? other : one);
                }
            }
        }
        return last;
    }

    /** Leaves out what is not the last write, and every copy of a message that opts out. */
    private List<Item> withoutWithdrawn(Map<Long, Write> lastWrites) {
        Set<Item> optedOut = new TreeSet<>(SAME);
        withdrawals.stream().filter(item -> item.write() == null).forEach(optedOut::add);
        List<Item> left = new ArrayList<>(candidates.size());
        for (Item item : candidates) {
            Write last = lastWrites.get(item.sentAt());
            if (last != null && !item.isOf(last)) {
                excluded[Exclusion.SUPERSEDED.code()]++;
                settled.changed(clock.day(item.sentAt()), last.image() == null);
            } else if (optedOut.contains(item)) {
                excluded[Exclusion.OPTED_OUT.code()]++;
            } else {
                left.add(item);
            }
        }
        return left;
    }

    /** @param sorted the best of equal messages first */
    private List<Item> withoutRepetitions(List<Item> sorted) {
        Set<Item> ofOthers = new TreeSet<>(SAME);
        ofOthers.addAll(known);
        List<Item> loaded = new ArrayList<>(sorted.size());
        int duplicates = 0;
        Item before = null;
        for (Item item : sorted) {
            boolean isRepeated = before != null && SAME.compare(before, item) == 0;
            if (isRepeated || ofOthers.contains(item)) {
                duplicates++;
            } else {
                item.load();
                loaded.add(item);
            }
            before = item;
        }
        settled.count(Facts.DUPLICATE, 0, duplicates);
        return loaded;
    }

    private void writeMessages(List<Item> messages) {
        int user = 0;
        for (Item message : messages) {
            if (message.userAt() != 0 && !isSameUser(user, message.userAt())) {
                user = message.userAt();
                settled.user(facts, user);
            }
            message.copyTo(settled);
        }
    }

    private boolean isSameUser(int one, int other) {
        return one == other
                || (one != 0
                        && Arrays.equals(facts, one, one + Facts.USER_BYTES, facts, other, other + Facts.USER_BYTES));
    }

    /** A stream may repeat a record. */
    private void writeWrites() {
        record Key(int source, int day, long sentAt, long writtenAt, Long image) {}
        record Told(Write write, boolean isLoaded) {
            Told with(Told other) {
                Write later = write.compareTo(other.write) < 0 ? other.write : write;
                return new Told(later, isLoaded || other.isLoaded);
            }
        }
        Map<Key, Told> writes = new LinkedHashMap<>();
        for (List<Item> items : List.of(candidates, withdrawals)) {
            for (Item item : items) {
                Write write = item.write();
                if (write != null) {
                    writes.merge(
                            new Key(item.source(), clock.day(item.sentAt()), item.sentAt(), write.at(), write.image()),
                            new Told(write, item.isLoaded()),
                            Told::with);
                }
            }
        }
        writes.forEach((key, told) -> settled.write(key.sentAt(), key.source(), told.write(), told.isLoaded()));
    }

    /** A source that has brought a message that is no longer the last write has to be read again. */
    private void writeStaleSources(Map<Long, Write> lastWrites) {
        Set<Long> told = new HashSet<>();
        for (List<Item> items : List.of(candidates, withdrawals)) {
            items.stream().filter(item -> item.write() != null).forEach(item -> told.add(item.sentAt()));
        }
        SortedSet<String> stale = new TreeSet<>();
        for (Item message : known) {
            Write last = lastWrites.get(message.sentAt());
            if (last != null && told.contains(message.sentAt()) && !isFresh(message, last)) {
                stale.add(message.knownSource());
            }
        }
        stale.forEach(settled::stale);
    }

    private boolean isFresh(Item message, Write last) {
        List<Long> images = knownWrites.stream()
                .filter(write -> write.isLoaded()
                        && write.sentAt() == message.sentAt()
                        && write.knownSource().equals(message.knownSource()))
                .map(write -> write.write().image())
                .toList();
        if (images.isEmpty()) {
            // A message without a write time is left alone if its content is the same.
            return last.message() != null && last.message() == message.messageKey();
        }
        return images.stream().anyMatch(image -> image != null && image.equals(last.image()));
    }

    /** A record in the facts. */
    private static final class Item {
        private final byte[] facts;
        private final int at;
        private final int length;
        private final int how;
        private final long sentAt;
        private final long messageKey;
        private final int source;
        private final Integer rating;
        private final int userAt;
        private final String knownSource;
        private final Write write;
        private boolean isLoaded;

        Item(FactsReader reader) {
            facts = reader.bytes();
            at = reader.entry();
            length = reader.length();
            how = reader.how();
            sentAt = reader.sentAt();
            messageKey = reader.messageKey();
            userAt = reader.user();
            knownSource = reader.isKnown() && reader.source() != 0 ? reader.sourceText() : null;
            write = reader.readWrite();
            source = reader.readSource();
            rating = reader.readRating();
            isLoaded = (how & Facts.LOADED) != 0;
        }

        long sentAt() {
            return sentAt;
        }

        int role() {
            return how & Facts.ROLE;
        }

        long messageKey() {
            return messageKey;
        }

        int evidence() {
            return FactsWriter.readInt(facts, at + Facts.EVIDENCE);
        }

        long signature() {
            return FactsWriter.readLong(facts, at + Facts.SIGNATURE);
        }

        Integer rating() {
            return rating;
        }

        int source() {
            return source;
        }

        String knownSource() {
            return knownSource;
        }

        int userAt() {
            return userAt;
        }

        /** The key of the day, or null. */
        byte[] user() {
            int key = userAt + 2 * Integer.BYTES;
            return userAt == 0 ? null : Arrays.copyOfRange(facts, key, key + Facts.KEY);
        }

        Metadata metadata() {
            FactsReader reader = new FactsReader(facts);
            reader.moveTo(at);
            return Metadata.read(reader);
        }

        Write write() {
            return write;
        }

        /** Whether it says what the last write says. */
        boolean isOf(Write last) {
            return write == null
                    ? last.message() != null && last.message() == messageKey
                    : write.image() != null && write.image().equals(last.image());
        }

        Exclusion withdrawal() {
            return (how & Facts.DELETED) == 0 ? Exclusion.OPTED_OUT : Exclusion.DELETED;
        }

        void load() {
            isLoaded = true;
        }

        boolean isLoaded() {
            return isLoaded;
        }

        void copyTo(FactsBuilder settled) {
            settled.copy(facts, at, length);
        }
    }
}
