package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.lake.Lease;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import com.recipechatbot.analytics.privacy.keys.KeySource;
import com.recipechatbot.analytics.tables.DayRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/** The keys of a run, which must be those that the rows of its lake were made with: others would count users twice. */
public record LakeKeys(Lake lake, KeyRing ring, KeySource source) {

    /** @throws com.recipechatbot.analytics.privacy.keys.KeyRingException when the keys cannot be used */
    public static LakeKeys read(Lake lake, KeySource source) {
        if (source.isMissing() && lake.isNew()) {
            throw new UsageException(
                    "Cannot read the keys in %s: there is no such file. Create one for the new lake with: jobs/run keys create --keys %s"
                            .formatted(source.place(), source.place()));
        }
        return new LakeKeys(lake, source.read(), source);
    }

    /** @throws com.recipechatbot.analytics.lake.LakeException when the newest rows were made with another key */
    public void requireSame() {
        lake.settings()
                .keys()
                .requireNewest(
                        ring.fingerprints(), source.place(), lake.folder().root());
    }

    /** Records the keys of these days and all others but those of months, before rows are made with them. */
    public void keep(Collection<LocalDate> days) {
        requireSame();
        lake.settings().keepKeys(ring.fingerprintsFor(days));
    }

    private boolean areSame() {
        return lake.settings().keys().differing(ring.fingerprints()).isEmpty();
    }

    /** Checks that a run over these days may be the first with the new keys: it has to read all published days from its first on. */
    void requireBeginning(DayRange days, Collection<LocalDate> missing) {
        if (areSame()) {
            return;
        }
        SortedSet<LocalDate> published =
                Days.ofFew(lake.readFew(MetricTable.DAILY_METRICS.contract())).tailSet(days.from());
        List<LocalDate> notRead = new ArrayList<>(published);
        notRead.removeIf(day -> days.contains(day) && !missing.contains(day));
        if (!notRead.isEmpty()) {
            throw new UsageException(
                    "Cannot begin with new keys on %s: the lake has published %s with other keys, and this run does not read that day again. Give a range that ends on or after %s and whose days are all in the input."
                            .formatted(days.from(), notRead.get(0), published.last()));
        }
    }

    /**
     * Removes the rows of these and later days that were made with other keys, and closes the days before. Killed before
     * the end, the same run does it again.
     */
    void begin(DayRange days, Lease lease) {
        if (areSame()) {
            return;
        }
        List<MetricTable> tables = new ArrayList<>(MetricTable.replaced(MetricTable.Replaced.BY_SOURCE));
        tables.add(MetricTable.CONVERSATIONS);
        for (MetricTable table : tables) {
            if (table.contract().has("day")) {
                lake.delete(table.contract(), "day >= DATE '%s'".formatted(days.from()));
            } else if (table.contract().has("sent_at")) {
                lake.delete(table.contract(), "sent_at >= TIMESTAMP '%s 00:00:00'".formatted(days.from()));
            }
            lease.renew();
        }
        lake.settings().beginKeys(days.from(), ring.fingerprintsFor(days.days()));
    }
}
