package com.recipechatbot.analytics.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.functions.FunctionDictionary;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.serving.DataDictionary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DictionaryTest {

    @Test
    void thePageIsThatOfTheTables() throws IOException {
        assertThat(Files.readString(Path.of("src/site/markdown/tables.md")))
                .as("stale: run jobs/regenerate")
                .isEqualTo(DataDictionary.markdown(Arrays.stream(MetricTable.values())
                        .map(MetricTable::contract)
                        .toList()));
    }

    @Test
    void thePageOfFunctionsIsThatOfTheList() throws IOException {
        assertThat(Files.readString(Path.of("src/site/markdown/functions.md")))
                .as("stale: run jobs/regenerate")
                .isEqualTo(FunctionDictionary.markdown());
    }

    @Test
    void aFunctionSaysWhatItTakesAndGives() {
        assertThat(FunctionDictionary.markdown())
                .contains(
                        "    redact(text STRING) -> STRING\n    SELECT redact('write to jane.roe@example.com'); -- write to [EMAIL]\n",
                        "    dish_diets(name STRING) -> ARRAY<STRING>\n",
                        "    extractor_version() -> STRING\n");
    }

    @Test
    void aColumnSaysWhetherItAddsUpAndWhatItTellsOfPersons() {
        String page = DataDictionary.markdown(
                java.util.List.of(MetricTable.DAILY_METRICS.contract(), MetricTable.CONVERSATIONS.contract()));

        assertThat(page)
                .contains(
                        "| active_users | BIGINT | no | aggregated | Distinct users",
                        "| conversations | BIGINT | yes | aggregated | Conversations that started.",
                        "| user_day_key | STRING |  | pseudonym | ",
                        "One row for each conversation; key: day, conversation_key; kept: 90 days.");
    }
}
