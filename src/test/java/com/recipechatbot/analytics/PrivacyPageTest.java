package com.recipechatbot.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.tables.TableContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The privacy officer's page says the truth of every table, also of the ones that are added. */
class PrivacyPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/privacy.md");

    @Test
    void everyTableStandsThereWithItsFolderAndRetention() throws IOException {
        String page = Files.readString(PAGE);
        for (MetricTable table : MetricTable.values()) {
            TableContract contract = table.contract();
            assertThat(page)
                    .as("a line that says what %s has about persons", contract.name())
                    .contains("| `%s` | %s | %s | ".formatted(contract.name(), contract.area(), contract.retention()));
        }
    }
}
