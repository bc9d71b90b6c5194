package com.recipechatbot.analytics.command.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.extraction.MessageEvidence;
import com.recipechatbot.analytics.extraction.Speaker;
import com.recipechatbot.analytics.extraction.conversation.ConversationEvidence;
import com.recipechatbot.analytics.extraction.conversation.ConversationOutcome;
import com.recipechatbot.analytics.extraction.conversation.Satisfaction;
import com.recipechatbot.analytics.extraction.conversation.Turn;
import com.recipechatbot.analytics.extraction.metadata.ExplicitRating;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code outcome}: how a conversation ended, by the rules of the pipeline. */
@Command(
        name = "outcome",
        description = {
            "Prints how the conversations on standard input ended, one JSON object per line; each is assumed to be over.",
            "{\"id\",\"messages\":[{\"role\",\"message\"}]} in, {\"id\",\"completed\",\"satisfaction\",\"outcome\"} out.",
            "Messages are taken in the order of the list; one may have \"metadata\" with a rating.",
            "completed is null if unknown (outcome \"unknown\"), satisfaction (0 to 100) is null if too little was said."
        },
        footer = {
            "",
            "Example: echo '{\"id\":1,\"messages\":[{\"role\":\"user\",\"message\":\"I made it yesterday\"}]}' | jobs/run outcome --json"
        })
public final class OutcomeCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Read and print one JSON object per line (required).")
    private boolean json;

    @Override
    public Integer call() {
        if (!json) {
            throw new UsageException(
                    "Cannot find outcomes in plain text: a conversation has several messages. Add --json and give one conversation per line.");
        }
        TextLines.eachObject((asked, answered) -> evidence(asked.path("messages"))
                .ifPresentOrElse(evidence -> answer(evidence, answered), () -> answerNothing(answered)));
        return 0;
    }

    private static void answer(ConversationEvidence evidence, ObjectNode answered) {
        ConversationOutcome outcome = ConversationOutcome.of(evidence);
        answered.put("completed", outcome.completed());
        answered.put("satisfaction", Satisfaction.index(evidence));
        answered.put("outcome", outcome.column());
    }

    private static void answerNothing(ObjectNode answered) {
        answered.putNull("completed");
        answered.putNull("satisfaction");
        answered.put("outcome", ConversationOutcome.UNKNOWN.column());
    }

    /** Of the messages of users and assistants, a second apart; empty when there are none. */
    private static Optional<ConversationEvidence> evidence(JsonNode messages) {
        if (!messages.isArray()) {
            throw new UsageException(
                    "Cannot find an outcome: a conversation has no list of messages. Give \"messages\":[{\"role\",\"message\"}].");
        }
        List<Turn> turns = new ArrayList<>();
        for (JsonNode message : messages) {
            Roles.speaker(message.path("role").asText())
                    .ifPresent(speaker -> turns.add(turn(speaker, message, turns.size() * 1_000_000L)));
        }
        return turns.isEmpty() ? Optional.empty() : Optional.of(ConversationEvidence.of(turns));
    }

    private static Turn turn(Speaker speaker, JsonNode message, long sentAt) {
        MessageEvidence evidence =
                MessageEvidence.of(speaker, message.path("message").asText());
        JsonNode metadata = message.path("metadata");
        Integer rating = ExplicitRating.of(metadata.isTextual() ? metadata.asText() : metadata.toString());
        return Turn.of(speaker, sentAt, evidence, rating);
    }
}
