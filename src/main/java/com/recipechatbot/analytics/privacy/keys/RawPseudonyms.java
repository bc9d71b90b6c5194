package com.recipechatbot.analytics.privacy.keys;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The pseudonyms of {@link Pseudonyms} as 16 bytes each, before they become text: those that a record needs, made once for
 * all records of a user and day or of a conversation that come one after another. For one thread.
 */
public final class RawPseudonyms {

    public static final int BYTES = 16;
    private static final int SEAL_BYTES = 2 * BYTES;

    private static final int SLOTS = 1 << 13;
    private static final byte[] NOTHING = {};
    /** Keep images and signatures apart from messages. */
    private static final long IMAGE = 0x696d616765L;

    private static final long SIGNATURE = 0x7369676eL;

    private static final int ROUNDS = 6;

    private final KeyRing ring;
    private final Map<KeyPurpose, KeyedHash> purposes = new EnumMap<>(KeyPurpose.class);
    private final Map<YearMonth, KeyedHash> months = new HashMap<>();
    private final SipHash messages;
    private final Recent[] conversations = new Recent[SLOTS];
    private final Recent[] users = new Recent[SLOTS];

    /** The last pseudonym made for an id whose hash has this place. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares or prints them
    private record Recent(byte[] id, int epochDay, byte[] pseudonyms) {

        boolean is(byte[] other, int from, int length, int day) {
            return epochDay == day && Arrays.equals(id, 0, id.length, other, from, from + length);
        }
    }

    RawPseudonyms(KeyRing ring) {
        this.ring = ring;
        this.messages = new SipHash(hash(KeyPurpose.RECORD).update("v2|message").bytes());
    }

    /**
     * The pseudonym of a conversation, {@code c_}, 16 bytes.
     *
     * @param id UTF-8
     */
    public byte[] conversation(byte[] id, int from, int length) {
        int slot = slot(id, from, length, 0);
        Recent recent = conversations[slot];
        if (recent == null || !recent.is(id, from, length, 0)) {
            byte[] made = new byte[BYTES];
            put(hash(KeyPurpose.CONVERSATION).update("v1|conversation|"), id, from, length, made, 0);
            recent = new Recent(Arrays.copyOfRange(id, from, from + length), 0, made);
            conversations[slot] = recent;
        }
        return recent.pseudonyms;
    }

    /**
     * The pseudonyms of a user on a day, 48 bytes: {@code d}, {@code a_} and {@code w}.
     *
     * @param id UTF-8
     * @throws KeyRingException when the key of the day's or the Monday's month is gone
     */
    public byte[] user(byte[] id, int from, int length, int epochDay) {
        int slot = slot(id, from, length, epochDay);
        Recent recent = users[slot];
        if (recent == null || !recent.is(id, from, length, epochDay)) {
            LocalDate day = LocalDate.ofEpochDay(epochDay);
            LocalDate monday = day.with(DayOfWeek.MONDAY);
            byte[] made = new byte[3 * BYTES];
            put(hash(KeyMonths.of(day)).update("v1|user|" + day + "|"), id, from, length, made, 0);
            put(hash(KeyPurpose.ACTIVITY).update("v1|user|"), id, from, length, made, BYTES);
            put(hash(KeyMonths.of(monday)).update("v1|user-week|" + monday + "|"), id, from, length, made, 2 * BYTES);
            recent = new Recent(Arrays.copyOfRange(id, from, from + length), epochDay, made);
            users[slot] = recent;
        }
        return recent.pseudonyms;
    }

    /**
     * Seals the user's keys that outlast a day for a row that bears the key of the day: without the key of the day's month, they
     * cannot be told from random bytes.
     *
     * @param keys 48 bytes from {@code at}, as {@link #user} gives them
     * @return 32 bytes
     * @throws KeyRingException when the key of the day's month is gone
     */
    public byte[] seal(int epochDay, byte[] keys, int at) {
        byte[] sealed = hash(KeyMonths.of(LocalDate.ofEpochDay(epochDay)))
                .update("v1|beyond-the-day|")
                .update(keys, at, BYTES)
                .bytes();
        for (int i = 0; i < SEAL_BYTES; i++) {
            sealed[i] ^= keys[at + BYTES + i];
        }
        return sealed;
    }

    /**
     * The 48 bytes of a user whose lasting keys were sealed. When the key of the day's month is gone, so is the link to other
     * days: the sealed bytes then take their place, so that the user still counts as one on the day.
     */
    public byte[] open(int epochDay, byte[] dayKey, byte[] sealed) {
        byte[] keys = Arrays.copyOf(dayKey, BYTES + SEAL_BYTES);
        System.arraycopy(sealed, 0, keys, BYTES, SEAL_BYTES);
        if (ring.holds(YearMonth.from(LocalDate.ofEpochDay(epochDay)))) {
            System.arraycopy(seal(epochDay, keys, 0), 0, keys, BYTES, SEAL_BYTES);
        }
        return keys;
    }

    /** The text of what {@link #seal} gives, {@code s_} and 52 characters. */
    public static String sealText(byte[] sealed) {
        StringBuilder text = new StringBuilder(54).append("s_");
        Base32.append(text, sealed, 0, SEAL_BYTES);
        return text.toString();
    }

    /**
     * A number that is equal for messages equal in all four, so that repetitions can be dropped. The conversation is part of
     * it, so that messages of two conversations cannot be compared by it.
     *
     * @param conversation as {@link #conversation} gives it
     * @param text UTF-8; null, which differs from empty
     */
    public long message(byte[] conversation, long sentAtMicros, int role, byte[] text, int from, int length) {
        long half = ByteBuffer.wrap(conversation).getLong();
        return text == null
                ? messages.hash(half, sentAtMicros, ~(long) role, NOTHING, 0, 0)
                : messages.hash(half, sentAtMicros, role, text, from, length);
    }

    /**
     * A number that is equal for writes of an item that say the same in all that is read of it.
     *
     * @param conversation as {@link #conversation} gives it
     * @param texts UTF-8; null differs from empty
     */
    public long image(byte[] conversation, long sentAtMicros, int role, byte[]... texts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] text : texts) {
            // Lengths precede the texts, so that no two different images hash the same bytes.
            all.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(text == null ? -1 : text.length)
                    .array());
            all.writeBytes(text == null ? NOTHING : text);
        }
        byte[] bytes = all.toByteArray();
        return messages.hash(
                ByteBuffer.wrap(conversation).getLong() ^ IMAGE, sentAtMicros, role, bytes, 0, bytes.length);
    }

    /**
     * The bits of a signature in an order that only this conversation has. Signatures of one conversation still share as many
     * bits; without the keys, none can be compared with another conversation's or computed from a text.
     *
     * @param conversation as {@link #conversation} gives it
     * @param signature 0 stays 0
     */
    public long signature(byte[] conversation, long signature) {
        if (signature == 0) {
            return 0;
        }
        long half = ByteBuffer.wrap(conversation).getLong() ^ SIGNATURE;
        long[] random = new long[ROUNDS / 2];
        for (int i = 0; i < random.length; i++) {
            random[i] = messages.hash(half, i, 0, NOTHING, 0, 0);
        }
        long ordered = 0;
        for (long left = signature; left != 0; left &= left - 1) {
            // A Feistel network over the two halves of a place, of 3 bits each: it gives each place another one.
            int place = Long.numberOfTrailingZeros(left);
            int high = place >>> 3;
            int low = place & 7;
            for (int round = 0; round < ROUNDS; round++) {
                int mixed = high ^ ((int) (random[round / 2] >>> (round % 2 * Integer.SIZE + 3 * low)) & 7);
                high = low;
                low = mixed;
            }
            ordered |= 1L << (high << 3 | low);
        }
        return ordered;
    }

    /** The pseudonym of a rejected record, {@code r_}, 16 bytes. */
    public byte[] record(byte[] raw) {
        return Arrays.copyOf(
                hash(KeyPurpose.RECORD).update("v1|record|").update(raw).bytes(), BYTES);
    }

    /** The text of a pseudonym: such as {@code c_} and its 16 bytes. */
    public static String text(String prefix, byte[] bytes, int at) {
        StringBuilder text = new StringBuilder(prefix.length() + 26).append(prefix);
        Base32.append(text, bytes, at, BYTES);
        return text.toString();
    }

    /** The text of the pseudonym of a user for a period: {@code d20250115_} or {@code w20250113_} and its 16 bytes. */
    public static String text(char scope, int epochDay, byte[] bytes, int at) {
        return text(scope + DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofEpochDay(epochDay)) + "_", bytes, at);
    }

    /** The bytes of a pseudonym or seal that was written as text. */
    public static byte[] parse(String pseudonym) {
        return Base32.decode(pseudonym, pseudonym.indexOf('_') + 1);
    }

    private static void put(KeyedHash hash, byte[] id, int from, int length, byte[] to, int at) {
        System.arraycopy(hash.update(id, from, length).bytes(), 0, to, at, BYTES);
    }

    private static int slot(byte[] id, int from, int length, int epochDay) {
        int hash = epochDay;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + id[i];
        }
        return (hash ^ (hash >>> 15)) & (SLOTS - 1);
    }

    private KeyedHash hash(KeyPurpose purpose) {
        return purposes.computeIfAbsent(purpose, missing -> new KeyedHash(ring.key(missing)));
    }

    private KeyedHash hash(YearMonth month) {
        return months.computeIfAbsent(month, missing -> new KeyedHash(ring.key(missing)));
    }
}
