package com.recipechatbot.analytics.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recipechatbot.analytics.TestSpark;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RuntimeConfig;
import org.junit.jupiter.api.Test;
import scala.Option;

class SessionSettingsTest {

    /** One that the tests set, one with a default in Delta, and an unknown one. */
    private static final Map<String, String> CHANGED = Map.of(
            "spark.sql.shuffle.partitions", "7",
            "spark.databricks.delta.retentionDurationCheck.enabled", "false",
            "spark.recipechatbot.unknown", "x");

    private final RuntimeConfig settings = TestSpark.session().conf();

    @Test
    void settingsAreRestoredAfterTheStatement() {
        List<Option<String>> before = values();

        SessionSettings.during(
                TestSpark.session(),
                CHANGED,
                () -> CHANGED.forEach(
                        (name, value) -> assertThat(settings.get(name)).isEqualTo(value)));

        assertThat(values()).isEqualTo(before);
    }

    @Test
    void settingsAreRestoredAfterAFailedStatement() {
        List<Option<String>> before = values();

        assertThatThrownBy(() -> SessionSettings.during(TestSpark.session(), CHANGED, () -> {
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");

        assertThat(values()).isEqualTo(before);
    }

    private List<Option<String>> values() {
        return CHANGED.keySet().stream().sorted().map(settings::getOption).toList();
    }
}
