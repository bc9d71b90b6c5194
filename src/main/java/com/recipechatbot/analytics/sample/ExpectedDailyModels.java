package com.recipechatbot.analytics.sample;

import com.recipechatbot.analytics.sample.Assessment.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Answers of models by the day on which they were given, for a run with {@code --min-users 1}. */
final class ExpectedDailyModels implements ExpectedTable {

    private static final double MILLION = 1e6;

    private static final class Cell {
        private final Set<String> conversations = new HashSet<>();
        private final Set<String> completed = new HashSet<>();
        private final Set<String> users = new HashSet<>();
        private final Lengths latencies = new Lengths();
        private long responses;
        private long inputTokens;
        private long outputTokens;
        private Long micros;
        private long failures;

        void add(Conversation conversation, ModelAnswer answer) {
            responses++;
            conversations.add(conversation.id());
            if (Assessment.of(conversation).outcome() == Outcome.COMPLETED) {
                completed.add(conversation.id());
            }
            if (conversation.user().isKnown()) {
                users.add(conversation.user().id());
            }
            inputTokens += answer.inputTokens();
            outputTokens += answer.outputTokens();
            if (answer.tellsLatency()) {
                latencies.add(answer.latencyMillis());
            }
            if (answer.tellsCost()) {
                micros = (micros == null ? 0 : micros) + answer.micros();
            }
            failures += answer.failed() ? 1 : 0;
        }
    }

    private final Map<LocalDate, Map<String, Cell>> days = new TreeMap<>();

    @Override
    public void add(Conversation conversation) {
        for (Message message : conversation.messages()) {
            ModelAnswer answer = message.turn().answer();
            if (answer != null) {
                days.computeIfAbsent(message.day(), none -> new TreeMap<>())
                        .computeIfAbsent(answer.model(), none -> new Cell())
                        .add(conversation, answer);
            }
        }
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        days.forEach((day, models) -> models.forEach((model, cell) -> rows.add(new Row()
                .with("day", day)
                .with("model", model)
                .with("responses", cell.responses)
                .with("conversations", cell.conversations.size())
                .with("completed", cell.completed.size())
                .with("users", cell.users.size())
                .with("input_tokens", cell.inputTokens)
                .with("output_tokens", cell.outputTokens)
                .with("cost_usd", cell.micros == null ? null : cell.micros / MILLION)
                .with("latency_p50_ms", cell.latencies.percentile(0.5))
                .with("latency_p90_ms", cell.latencies.percentile(0.9))
                .with("failures", cell.failures))));
        return rows;
    }
}
