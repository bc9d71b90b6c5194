package com.recipechatbot.analytics.extraction.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelUsesTest {

    private static ModelUse use(String metadata) {
        return ModelUses.in(MessageMetadata.of(metadata), new ModelNames(name -> true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // plain
                "{\"model\":\"gpt-4o\",\"latency_ms\":812.5,\"input_tokens\":120,\"output_tokens\":45,\"cost\":0.0042}",
                "{\"modelName\":\"GPT-4o\",\"latencyMs\":\"812.5\",\"promptTokens\":\"120\",\"completionTokens\":45.0,\"costUsd\":\"4.2e-3\"}",
                "{\"model\":{\"name\":\"gpt-4o\"},\"duration_seconds\":0.8125,\"tokens\":{\"input\":120,\"output\":45},\"cost\":{\"total\":0.0042,\"currency\":\"USD\"}}",
                // OpenTelemetry, flat and nested
                "{\"gen_ai.request.model\":\"gpt\",\"gen_ai.response.model\":\"gpt-4o\",\"gen_ai.client.operation.duration\":0.8125,\"gen_ai.usage.input_tokens\":120,\"gen_ai.usage.output_tokens\":45,\"gen_ai.usage.cost\":0.0042}",
                "{\"gen_ai\":{\"response\":{\"model\":\"gpt-4o\"},\"client\":{\"operation.duration\":0.8125},\"usage\":{\"input_tokens\":120,\"output_tokens\":45,\"cost\":0.0042}}}",
                // OpenAI
                "{\"model\":\"gpt-4o\",\"usage\":{\"prompt_tokens\":120,\"completion_tokens\":45,\"total_tokens\":165},\"response_time_ms\":812.5,\"total_cost\":0.0042}",
                "{\"response\":{\"model\":\"gpt-4o\",\"status\":\"completed\",\"usage\":{\"input_tokens\":120,\"output_tokens\":45,\"total_tokens\":165}},\"latency_ms\":812.5,\"cost_usd\":0.0042}",
                // Bedrock
                "{\"modelId\":\"us.openai.gpt-4o-v1:0\",\"usage\":{\"inputTokens\":120,\"outputTokens\":45,\"totalTokens\":165},\"metrics\":{\"latencyMs\":812.5},\"cost\":0.0042,\"ResponseMetadata\":{\"HTTPStatusCode\":200}}",
                "{\"modelId\":\"arn:aws:bedrock:us-east-1:123456789012:foundation-model/openai.gpt-4o\",\"input\":{\"inputTokenCount\":120},\"output\":{\"outputTokenCount\":45},\"amazon-bedrock-invocationMetrics\":{\"invocationLatency\":812.5},\"cost\":0.0042}",
                // LangChain, and an object that was written as text
                "{\"response_metadata\":{\"model_name\":\"gpt-4o\",\"token_usage\":{\"prompt_tokens\":120,\"completion_tokens\":45},\"finish_reason\":\"stop\"},\"latency_ms\":812.5,\"cost\":0.0042}",
                "{\"model\":\"gpt-4o\",\"usage\":\"{\\\"prompt_tokens\\\":120,\\\"completion_tokens\\\":45}\",\"latency_ms\":812.5,\"cost\":0.0042}"
            })
    void readsEveryConvention(String metadata) {
        assertThat(use(metadata)).isEqualTo(new ModelUse("gpt-4o", false, 812_500L, 120L, 45L, 4_200_000L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"error\":\"timed out\"",
                "\"error\":{\"type\":\"overloaded\"}",
                "\"error.type\":\"timeout\"",
                "\"errorCode\":\"ThrottlingException\"",
                "\"status\":\"failed\"",
                "\"status\":500",
                "\"success\":false",
                "\"status_code\":\"429\"",
                "\"gen_ai.response.finish_reasons\":[\"error\"]",
                "\"response\":{\"status\":\"failed\"}",
                "\"ResponseMetadata\":{\"HTTPStatusCode\":503}"
            })
    void seesThatAModelFailed(String field) {
        assertThat(use("{\"model\":\"gpt-4o\"," + field + "}").failed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"error\":null",
                "\"error\":\"\"",
                "\"error_code\":0",
                "\"status\":\"completed\"",
                "\"status\":200",
                "\"finish_reason\":\"length\"",
                "\"tool_calls\":[{\"name\":\"web_search\",\"status\":\"error\"}]"
            })
    void andWhatIsNoFailureOfIt(String field) {
        assertThat(use("{\"model\":\"gpt-4o\"," + field + "}").failed()).isFalse();
    }

    /** A number that cannot be true is not known. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "-0.5",
                "1e300",
                "1e999",
                "99999999999999999999999999",
                "\"NaN\"",
                "\"Infinity\"",
                "\"-3\"",
                "\"0x10\"",
                "\"12 tokens\"",
                "\"1e99\"",
                "true",
                "null",
                "[12]",
                "{\"a\":12}",
                "\"\""
            })
    void numbersThatCannotBeTrueAreNotReported(String number) {
        ModelUse use = use(
                "{\"model\":\"gpt-4o\",\"latency_ms\":%1$s,\"input_tokens\":%1$s,\"output_tokens\":%1$s,\"cost\":%1$s}"
                        .formatted(number));

        assertThat(use).isEqualTo(new ModelUse("gpt-4o", false, null, null, null, null));
    }

    @Test
    void theLargestNumbersAreADayABillionTokensAndAThousandDollars() {
        assertThat(
                        use(
                                "{\"model\":\"gpt-4o\",\"latency_ms\":86400000,\"input_tokens\":1000000000,\"output_tokens\":0,\"cost\":1000}"))
                .isEqualTo(new ModelUse("gpt-4o", false, 86_400_000_000L, 1_000_000_000L, 0L, 1_000_000_000_000L));
        assertThat(
                        use(
                                "{\"model\":\"gpt-4o\",\"latency_ms\":86400001,\"input_tokens\":1000000001,\"output_tokens\":1.5,\"cost\":1000.01}"))
                .isEqualTo(new ModelUse("gpt-4o", false, null, null, null, null));
    }

    @Test
    void ofTwoNamesOfANumberTheUsableAndThenTheCommonerOneCountsInAnyOrder() {
        assertThat(use("{\"model\":\"m\",\"input_tokens\":-1,\"prompt_tokens\":7}")
                        .inputTokens())
                .isEqualTo(7);
        assertThat(use("{\"model\":\"m\",\"prompt_tokens\":7,\"input_tokens\":8}")
                        .inputTokens())
                .isEqualTo(use("{\"model\":\"m\",\"input_tokens\":8,\"prompt_tokens\":7}")
                        .inputTokens())
                .isEqualTo(8);
        assertThat(use("{\"model\":\"m\",\"inputTokens\":7,\"input_tokens\":8}"))
                .isEqualTo(use("{\"model\":\"m\",\"input_tokens\":8,\"inputTokens\":7}"));
    }

    @Test
    void aCostInAnotherCurrencyIsNotKnown() {
        assertThat(use("{\"model\":\"m\",\"cost\":1,\"currency\":\"EUR\"}").costNanos())
                .isNull();
        assertThat(use("{\"model\":\"m\",\"cost\":{\"total\":1,\"currency\":\"EUR\"}}")
                        .costNanos())
                .isNull();
        assertThat(use("{\"model\":\"m\",\"cost\":1,\"currency\":\"usd\"}").costNanos())
                .isEqualTo(1_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "not JSON",
                "{\"latency_ms\":5}",
                "{\"model\":\"\"}",
                "{\"model\":\"  \"}",
                "{\"model\":\"unknown\"}",
                "{\"model\":7}",
                "{\"model\":[\"gpt-4o\"]}",
                "{\"model\":\"---\"}",
                "{\"tool_calls\":[{\"name\":\"cookware_check\",\"arguments\":{\"model\":\"gpt-4o\"}}]}",
                "{\"tools\":{\"cookware_check\":{\"model\":\"gpt-4o\"}}}",
                "{\"preferences\":{\"model\":\"gpt-4o\"}}",
            })
    void whatNamesNoModelIsNoUse(String metadata) {
        assertThat(use(metadata)).isNull();
    }

    @Test
    void aLatencyWithoutAUnitIsNotKnown() {
        assertThat(use("{\"model\":\"m\",\"latency\":3,\"duration\":3}").latencyMicros())
                .isNull();
    }

    @Test
    void deepAndLargeMetadataNeitherFailsNorIsSearchedToTheEnd() {
        String deep = "{\"usage\":".repeat(900) + "{\"model\":\"m\"}" + "}".repeat(900);

        assertThatCode(() -> assertThat(use(deep)).isNull()).doesNotThrowAnyException();
        assertThat(use("{\"" + "usage.".repeat(200) + "model\":\"m\"}")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o, gpt-4o",
        "openai/GPT-4o, gpt-4o",
        "us.anthropic.claude-3-5-sonnet-20240620-v1:0, claude-3-5-sonnet-20240620",
        "claude-3-opus@20240229, claude-3-opus-20240229",
        "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-lite-v1:0, nova-lite",
        "models/gemini-1.5-pro, gemini-1.5-pro",
        "recipe_bot-v2.1, recipe_bot-v2.1",
        "ft:gpt-4o-mini:acme:recipes, ft:gpt-4o-mini:acme:recipes",
        "Anna Mueller hat Diabetes, (other)",
        "anna.mueller@example.org, (other)",
        "4111111111111111, (other)",
        "bot-491511234567, (other)",
        "bot-1234-5678-9012-34567, (other)",
        "modèle, (other)",
        "select*, (other)",
    })
    void aNameIsWhatItsMakerCallsItOrAnIdentifier(String name, String expected) {
        assertThat(new ModelNames(text -> true).of(name)).isEqualTo(expected);
    }

    @Test
    void whatHoldsPersonalDataIsNoNameUnlessItIsListed() {
        ModelNames names = new ModelNames(text -> false);

        assertThat(names.of("gpt-4o")).isEqualTo("gpt-4o");
        assertThat(names.of("anna_mueller")).isEqualTo("(other)");
        assertThat(names.of("x".repeat(300))).isEqualTo("(other)");
        assertThat(ModelNames.listed()).contains("gpt-4o", "claude-3-haiku").isSorted();
    }
}
