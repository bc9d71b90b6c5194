package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.facts.Exclusion;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which records a run leaves out: those of erased users and of users it was asked to leave out, with every conversation
 * that names one, and those of days whose rows have expired.
 *
 * @param erased tombstones of users, conversations and rejected records
 * @param unwanted tombstones of users
 * @param expiredBefore null when nothing has expired yet
 */
public record Exclusions(Set<String> erased, Set<String> unwanted, LocalDate expiredBefore) implements Serializable {

    public static final Exclusions NONE = new Exclusions(Set.of(), Set.of(), null);

    boolean nameNobody() {
        return erased.isEmpty() && unwanted.isEmpty();
    }

    /** Why a record is left out by its own user, conversation or record key; null when it is not. Each may be null. */
    Exclusion reason(Pseudonyms pseudonyms, String user, String conversationKey, String recordKey) {
        String tombstone = user == null ? null : pseudonyms.tombstone(user);
        boolean isErased = (tombstone != null && erased.contains(tombstone))
                || (conversationKey != null && erased.contains(pseudonyms.tombstoneOf(conversationKey)))
                || (recordKey != null && erased.contains(pseudonyms.tombstoneOf(recordKey)));
        if (isErased) {
            return Exclusion.ERASED;
        }
        return tombstone != null && unwanted.contains(tombstone) ? Exclusion.EXCLUDED_USER : null;
    }
}
