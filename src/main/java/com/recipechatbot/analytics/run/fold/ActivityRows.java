package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.facts.FactsReader;
import com.recipechatbot.analytics.facts.Role;
import com.recipechatbot.analytics.privacy.keys.RawPseudonyms;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;

/** What a conversation adds to the day of a user, for {@code user_activity}. */
final class ActivityRows extends FactsRows {

    private static final long serialVersionUID = 1;

    private final SourceNames sources;

    ActivityRows(FoldRules rules) {
        super("activity_rows", "activity_key BINARY, day DATE, is_active BOOLEAN, features INT, source_id STRING");
        this.sources = new SourceNames(rules);
    }

    private static final class Use {
        private final int user;
        private final int source;
        private boolean isActive;
        private int features;

        Use(int user, int source) {
            this.user = user;
            this.source = source;
        }
    }

    @Override
    void read(FactsReader facts, List<InternalRow> rows) {
        Map<Long, Use> uses = new LinkedHashMap<>(2);
        Use last = null;
        while (facts.nextMessage()) {
            int user = facts.user();
            if (user != 0) {
                int source = facts.readSource();
                if (last == null || last.user != user || last.source != source) {
                    last = uses.computeIfAbsent(
                            ((long) user << Integer.SIZE) | source, missing -> new Use(user, source));
                }
                last.isActive |= facts.role() == Role.USER;
                last.features |= facts.features();
            }
        }
        for (Use use : uses.values()) {
            if (use.isActive || use.features != 0) {
                int day = facts.userDay(use.user);
                int key = facts.activityKey(use.user);
                rows.add(row(
                        Arrays.copyOfRange(facts.array(), key, key + RawPseudonyms.BYTES),
                        day,
                        use.isActive,
                        use.features,
                        sources.of(use.source, day)));
            }
        }
    }
}
