package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.privacy.keys.KeySource;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a run that brings records into the lake is asked to do.
 *
 * @param input the export; null for a replay of the records that the lake keeps
 * @param tools names of tools that may always be published; empty to keep those of the lake
 * @param newKeys whether it may begin with other keys than those of the lake's earlier rows
 * @param zone of the lake's days; empty for that of an existing lake, or UTC
 * @param keepsText whether redacted texts are kept in {@code message_texts}
 * @param fields what the input calls the fields of a record
 * @param maxRejected the share of rejected records above which a source is not used, 0 to 1
 */
public record RunOptions(
        String input,
        String lake,
        KeySource keys,
        boolean newKeys,
        MinUsers minUsers,
        Optional<List<String>> tools,
        List<String> excludedUsers,
        Optional<ZoneId> zone,
        LexiconTitles lexicon,
        boolean keepsText,
        InputFields fields,
        double maxRejected,
        InstantSource clock) {

    /** The same run on another lake. */
    public RunOptions at(String otherLake) {
        return new RunOptions(
                input,
                otherLake,
                keys,
                newKeys,
                minUsers,
                tools,
                excludedUsers,
                zone,
                lexicon,
                keepsText,
                fields,
                maxRejected,
                clock);
    }
}
