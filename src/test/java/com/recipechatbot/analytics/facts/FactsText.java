package com.recipechatbot.analytics.facts;

import com.recipechatbot.analytics.extraction.metadata.ModelUse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What settled facts say, in a form that can be compared.
 *
 * @param messages in their order, such as {@code 100 user key 7 of user 1 from source 0}
 * @param counts by what they count
 */
record FactsText(
        List<String> messages,
        SortedMap<String, Integer> counts,
        SortedSet<String> writes,
        SortedSet<String> changed,
        SortedSet<String> stale) {

    static FactsText of(byte[] facts) {
        FactsText text =
                new FactsText(new ArrayList<>(), new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        FactsReader reader = new FactsReader(facts);
        while (reader.next()) {
            text.add(reader);
        }
        return text;
    }

    private void add(FactsReader reader) {
        if (reader.isMessage()) {
            messages.add(message(reader));
        } else if (reader.isExcluded()) {
            counts.merge(reader.exclusion().column(), reader.number(), Integer::sum);
        } else if (reader.isDuplicate()) {
            counts.merge("duplicate", reader.number(), Integer::sum);
        } else if (reader.isWrite()) {
            reader.readWriteEntry((sentAt, source, writtenAt, image, message, isLoaded, sequence) ->
                    writes.add("%d at %d source %d image %s message %s sequence %s%s"
                            .formatted(
                                    sentAt, writtenAt, source, image, message, sequence, isLoaded ? " loaded" : "")));
        } else if (reader.isChanged()) {
            changed.add(reader.number() + (reader.isWithdrawn() ? " withdrawn" : " updated"));
        } else if (reader.isStale()) {
            stale.add(reader.sourceText());
        }
    }

    private static String message(FactsReader reader) {
        int user = reader.user();
        StringBuilder text = new StringBuilder()
                .append(reader.sentAt())
                .append(' ')
                .append(reader.role().column())
                .append(" key ")
                .append(reader.messageKey());
        if (user != 0) {
            text.append(" of user ").append(reader.array()[reader.dayKey(user)]);
        }
        text.append(" from source ").append(reader.readSource());
        Integer rating = reader.readRating();
        if (rating != null) {
            text.append(" rated ").append(rating);
        }
        for (int mentions = reader.readMentions(); mentions > 0; mentions--) {
            reader.readText();
            text.append(" dish ").append(read(reader));
        }
        for (int tools = reader.readTools(); tools > 0; tools--) {
            text.append(" tool ").append(read(reader)).append(reader.readFailed() ? " failed" : "");
        }
        ModelUse use = reader.readModelUse();
        if (use != null) {
            text.append(" by %s%s, %s us, %s and %s tokens, %s nano-dollars"
                    .formatted(
                            use.model(),
                            use.failed() ? " that failed" : "",
                            use.latencyMicros(),
                            use.inputTokens(),
                            use.outputTokens(),
                            use.costNanos()));
        }
        return text.toString();
    }

    private static String read(FactsReader reader) {
        int at = reader.readText();
        return new String(reader.array(), at, reader.textLength(), StandardCharsets.UTF_8);
    }

    int records() {
        return messages.size()
                + counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
