package com.recipechatbot.analytics.sample;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The model that wrote an answer, in one of the forms in which versions of the chatbot report it.
 *
 * @param micros what it cost, in millionths of a US dollar
 */
record ModelAnswer(
        Form form, String model, int latencyMillis, int inputTokens, int outputTokens, int micros, boolean failed) {

    /** In whose names. */
    enum Form {
        PLAIN(true, true),
        OPEN_TELEMETRY(true, false),
        OPENAI(false, false),
        BEDROCK(true, false);

        private final boolean tellsLatency;
        private final boolean tellsCost;

        Form(boolean tellsLatency, boolean tellsCost) {
            this.tellsLatency = tellsLatency;
            this.tellsCost = tellsCost;
        }
    }

    private static final List<String> MODELS = List.of("gpt-4o-mini", "claude-3-haiku-20240307", "recipe-bot-v2");
    private static final int MILLION = 1_000_000;

    /** @param chance the same for all answers of a conversation gives them one form and model */
    static ModelAnswer pick(Chance ofConversation, Chance chance) {
        Form form = ofConversation.pick(List.of(Form.values()));
        String model = ofConversation.pick(MODELS);
        int input = chance.between(200, 2_500);
        int output = chance.between(20, 600);
        return new ModelAnswer(
                form, model, 300 + chance.skewed(5_000), input, output, (input + 4 * output) / 6, chance.oneIn(40));
    }

    boolean tellsLatency() {
        return form.tellsLatency;
    }

    boolean tellsCost() {
        return form.tellsCost;
    }

    Map<String, Object> metadata() {
        Map<String, Object> metadata = new TreeMap<>();
        switch (form) {
            case PLAIN -> {
                metadata.put("model", model);
                metadata.put("latency_ms", latencyMillis);
                metadata.put("input_tokens", inputTokens);
                metadata.put("output_tokens", outputTokens);
                metadata.put("cost_usd", (double) micros / MILLION);
                if (failed) {
                    metadata.put("status", "error");
                }
            }
            case OPEN_TELEMETRY -> {
                metadata.put("gen_ai.response.model", model);
                metadata.put("gen_ai.client.operation.duration", latencyMillis / 1_000.0);
                metadata.put("gen_ai.usage.input_tokens", inputTokens);
                metadata.put("gen_ai.usage.output_tokens", outputTokens);
                if (failed) {
                    metadata.put("error.type", "timeout");
                }
            }
            case OPENAI -> {
                metadata.put("model", "openai/" + model);
                metadata.put(
                        "usage",
                        new TreeMap<>(Map.of(
                                "prompt_tokens", inputTokens,
                                "completion_tokens", outputTokens,
                                "total_tokens", inputTokens + outputTokens)));
                if (failed) {
                    metadata.put("error", new TreeMap<>(Map.of("type", "server_error")));
                }
            }
            case BEDROCK -> {
                metadata.put("modelId", "us.anthropic." + model + "-v1:0");
                metadata.put("usage", new TreeMap<>(Map.of("inputTokens", inputTokens, "outputTokens", outputTokens)));
                metadata.put("metrics", new TreeMap<>(Map.of("latencyMs", latencyMillis)));
                if (failed) {
                    metadata.put("errorCode", "ThrottlingException");
                }
            }
        }
        return metadata;
    }
}
