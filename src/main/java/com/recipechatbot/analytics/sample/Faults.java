package com.recipechatbot.analytics.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What happens to records between the chatbot and the export: a few arrive late, out of order, twice or in pieces.
 * The oracle learns of everything that changes a count.
 */
final class Faults {

    private static final BrokenRecord[] BROKEN = BrokenRecord.values();

    private final OpenHours openHours;
    private final Oracle oracle;
    private final long seed;
    private int brokenRecords;

    Faults(SampleOptions options, Oracle oracle) {
        this.openHours = new OpenHours(options);
        this.oracle = oracle;
        this.seed = options.seed();
    }

    /** The lines that a conversation leaves in the export. */
    List<Delivery> deliver(Conversation conversation) {
        Chance chance = Chance.of(seed, conversation.id().hashCode());
        List<Delivery> deliveries = new ArrayList<>();
        for (Message message : conversation.messages()) {
            if (conversation.user().optsOut()) {
                // No faults here: a repeated record that is excluded anyway could be accounted for in two ways.
                deliveries.add(
                        new Delivery(message.sentAt(), SampleText.json(ExportRecord.fields(conversation, message))));
            } else {
                deliver(ExportRecord.fields(conversation, message), message.sentAt(), chance, deliveries);
            }
        }
        return deliveries;
    }

    private void deliver(Map<String, Object> fields, Instant sentAt, Chance chance, List<Delivery> deliveries) {
        String line = SampleText.json(fields);
        Instant arrival = sentAt;
        int perMille = chance.below(1000);
        if (perMille < 5) {
            arrival = postpone(sentAt, Duration.ofDays(chance.between(1, 2)));
        } else if (perMille < 10) {
            arrival = postpone(sentAt, Duration.ofMinutes(chance.between(10, 40)));
        } else if (perMille < 15) {
            repeat(line, postpone(sentAt, Duration.ofSeconds(chance.between(1, 90))), deliveries);
        } else if (perMille < 20) {
            repeat(line, postpone(sentAt, Duration.ofDays(1)), deliveries);
        } else if (perMille < 30) {
            deliveries.add(new Delivery(sentAt, breakRecord(fields)));
        } else if (perMille < 32) {
            deliveries.add(new Delivery(sentAt, ""));
        }
        deliveries.add(new Delivery(arrival, line));
    }

    private void repeat(String line, Instant arrival, List<Delivery> deliveries) {
        deliveries.add(new Delivery(arrival, line));
        oracle.duplicate();
    }

    /** In turn, so that a sample of some days has all of them. */
    private String breakRecord(Map<String, Object> fields) {
        BrokenRecord broken = BROKEN[brokenRecords++ % BROKEN.length];
        oracle.rejected(broken);
        return broken.line(fields);
    }

    /** Not into the outage or beyond the end, where nothing is exported. */
    private Instant postpone(Instant sentAt, Duration delay) {
        Instant later = sentAt.plus(delay);
        return openHours.contains(later) ? later : sentAt;
    }
}
