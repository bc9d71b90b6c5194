package com.recipechatbot.analytics.privacy.keys;

import static com.recipechatbot.analytics.privacy.keys.KeyPurpose.ACTIVITY;
import static com.recipechatbot.analytics.privacy.keys.KeyPurpose.CONVERSATION;
import static com.recipechatbot.analytics.privacy.keys.KeyPurpose.RECORD;
import static com.recipechatbot.analytics.privacy.keys.KeyPurpose.TOMBSTONE;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Keyed pseudonyms of users, conversations and records: equal for equal input and keys, with a prefix that names their
 * scope, and impossible to reverse or to link across scopes without the keys. Safe for use by several threads.
 */
public final class Pseudonyms implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int NO_PERIOD = 0;

    private final KeyRing keys;
    private final Quarantine quarantine;
    private final transient ThreadLocal<ThreadState> states;

    public Pseudonyms(KeyRing keys) {
        this.keys = keys;
        this.quarantine = new Quarantine(keys);
        this.states = ThreadLocal.withInitial(ThreadState::new);
    }

    /** The same pseudonyms as bytes, for one thread. */
    public RawPseudonyms raw() {
        return new RawPseudonyms(keys);
    }

    /** As those of the ring. */
    public SortedMap<String, String> keyFingerprints() {
        return keys.fingerprints();
    }

    /** The months whose user ids can no longer be made. */
    public SortedSet<YearMonth> shreddedMonths() {
        return keys.shreddedMonths();
    }

    /** {@code c_...}, the same for all time. */
    public String conversation(String conversationId) {
        ThreadState state = states.get();
        return state.conversations.of(
                conversationId,
                NO_PERIOD,
                () -> state.hash(CONVERSATION)
                        .update("v1|conversation|" + conversationId)
                        .pseudonym("c_"));
    }

    /**
     * {@code d20250115_...}, the same within one day in the lake's zone.
     *
     * @throws KeyRingException when the key of the day's month is gone
     */
    public String userDay(String userId, int epochDay) {
        ThreadState state = states.get();
        return state.userDays.of(userId, epochDay, () -> user(state, userId, epochDay, "user", "d"));
    }

    /**
     * {@code w20250113_...}, the same within one ISO week.
     *
     * @throws KeyRingException when the key of the Monday's month is gone
     */
    public String userWeek(String userId, int epochDayOfMonday) {
        ThreadState state = states.get();
        return state.userWeeks.of(
                userId, epochDayOfMonday, () -> user(state, userId, epochDayOfMonday, "user-week", "w"));
    }

    /** {@code a_...}, the same for as long as the activity key lives: only for the table user_activity. */
    public String activity(String userId) {
        ThreadState state = states.get();
        return state.activities.of(
                userId,
                NO_PERIOD,
                () -> state.hash(ACTIVITY).update("v1|user|" + userId).pseudonym("a_"));
    }

    /** {@code f_...} of the user with this pseudonym, for rows about one feature; as long-lived. */
    public String feature(String activity, String feature) {
        return states.get()
                .hash(ACTIVITY)
                .update("v1|feature|" + feature + "|" + activity)
                .pseudonym("f_");
    }

    /** {@code t_...} for a user who must not come back: the same for all time, and only in the table tombstones. */
    public String tombstone(String userId) {
        ThreadState state = states.get();
        return state.tombstones.of(
                userId,
                NO_PERIOD,
                () -> state.hash(TOMBSTONE).update("v1|user|" + userId).pseudonym("t_"));
    }

    /** {@code t_...} for a conversation or a record of such a user, given by its own pseudonym. */
    public String tombstoneOf(String pseudonym) {
        ThreadState state = states.get();
        return state.tombstonesOfPseudonyms.of(
                pseudonym,
                NO_PERIOD,
                () -> state.hash(TOMBSTONE).update("v1|pseudonym|" + pseudonym).pseudonym("t_"));
    }

    /**
     * False when the key of the day's month is gone, so that nobody can find out any more who a user of that day was.
     */
    public boolean canName(LocalDate day) {
        return keys.holds(YearMonth.from(day));
    }

    /** 8 characters that are equal for equal texts of one purpose: 40 bits, to tell a few texts apart. */
    public String tag(String purpose, String text) {
        return states.get()
                .hash(RECORD)
                .update("v1|" + purpose + "|" + text)
                .pseudonym("")
                .substring(0, 8);
    }

    /** {@code r_...} for a rejected record, so that it can be recognized without being kept. */
    public String record(byte[] rawRecord) {
        return states.get().hash(RECORD).update("v1|record|").update(rawRecord).pseudonym("r_");
    }

    /** Seals rejected records so that they may be kept. */
    public Quarantine quarantine() {
        return quarantine;
    }

    /**
     * A number that is equal for messages that are equal in all four values, so that duplicates can be dropped.
     *
     * @param message may be null, which differs from empty
     */
    public long message(String conversationId, long sentAtMicros, String role, String message) {
        // Lengths precede the texts, so that no two different messages hash the same bytes.
        KeyedHash hash = states.get().hash(RECORD).update("v1|message|").update(sentAtMicros);
        hash.update(conversationId.length()).update(conversationId);
        hash.update(role.length()).update(role);
        return message == null
                ? hash.update(-1).number()
                : hash.update(message.length()).update(message).number();
    }

    private static String user(ThreadState state, String userId, int epochDay, String scope, String prefix) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        return state.hash(KeyMonths.of(day))
                .update("v1|" + scope + "|" + day + "|" + userId)
                .pseudonym(prefix + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "_");
    }

    private Object readResolve() {
        return new Pseudonyms(keys);
    }

    /** The hashes and recent results of one thread, so that no call waits for another thread. */
    private final class ThreadState {
        private final RecentPseudonyms conversations = new RecentPseudonyms();
        private final RecentPseudonyms userDays = new RecentPseudonyms();
        private final RecentPseudonyms userWeeks = new RecentPseudonyms();
        private final RecentPseudonyms activities = new RecentPseudonyms();
        private final RecentPseudonyms tombstones = new RecentPseudonyms();
        private final RecentPseudonyms tombstonesOfPseudonyms = new RecentPseudonyms();
        private final Map<KeyPurpose, KeyedHash> purposes = new EnumMap<>(KeyPurpose.class);
        private final Map<YearMonth, KeyedHash> months = new HashMap<>();

        KeyedHash hash(KeyPurpose purpose) {
            return purposes.computeIfAbsent(purpose, missing -> new KeyedHash(keys.key(missing)));
        }

        KeyedHash hash(YearMonth month) {
            return months.computeIfAbsent(month, missing -> new KeyedHash(keys.key(missing)));
        }
    }
}
