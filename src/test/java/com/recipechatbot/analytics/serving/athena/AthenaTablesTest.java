package com.recipechatbot.analytics.serving.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.tables.TableContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.hive.ql.io.StorageFormatFactory;
import org.apache.hadoop.hive.ql.parse.ParseDriver;
import org.apache.hadoop.hive.ql.parse.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Athena reads its DDL with Hive's parser, and so do these tests. */
class AthenaTablesTest {

    private static final String LAKE = "s3://bucket/lake";

    static List<AthenaTable> tables() {
        return AthenaTable.published(
                Arrays.stream(MetricTable.values()).map(MetricTable::contract).toList());
    }

    @Test
    void theFileIsUpToDate() throws IOException {
        assertThat(Files.readString(Path.of("emr/athena/tables.sql")))
                .as("stale: run jobs/regenerate")
                .isEqualTo(AthenaTable.script(tables(), "${lake}"));
    }

    @Test
    void everyPublishedTableIsThereAndNoRestrictedOne() {
        Stream<String> published = Arrays.stream(MetricTable.values())
                .map(MetricTable::contract)
                .filter(table -> table.area().equals("published"))
                .map(TableContract::name);

        assertThat(tables().stream().map(AthenaTable::name))
                .containsExactlyElementsOf(Stream.concat(published, Stream.of("daily_metrics_json"))
                        .toList());
        assertThat(tables()).noneMatch(table -> table.location().startsWith("restricted"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void hivesParserReadsTheStatement(AthenaTable table) {
        String statement = table.statement(LAKE);

        assertThatCode(() -> new ParseDriver().parse(statement)).doesNotThrowAnyException();
        assertThat(statement)
                .startsWith("CREATE EXTERNAL TABLE IF NOT EXISTS " + table.name())
                .contains("LOCATION '" + LAKE + "/" + table.location() + "/'")
                .doesNotContain("$", "%");
    }

    /** What the original pipeline's document tells people to run in Athena. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE EXTERNAL TABLE t (conversation_id string, timestamp string) LOCATION 's3://b/c/'",
                "CREATE EXTERNAL TABLE t (date string, total_conversations int) LOCATION 's3://b/c/'"
            })
    void hivesParserRefusesTheOriginal(String statement) {
        assertThatThrownBy(() -> new ParseDriver().parse(statement)).isInstanceOf(ParseException.class);
    }

    @Test
    void hiveHasNoFormatWithTheOriginalsName() {
        assertThat(new StorageFormatFactory().get("PARQUET")).isNotNull();
        assertThat(new StorageFormatFactory().get("JSON")).isNull();
    }

    @Test
    void theJsonTableHasTheKeysOfTheFilesInOrder() {
        String query = TableContract.resource("/metrics/compatibility.sql");
        List<String> keys = Pattern.compile(" AS (\\w+)(?:,|$)", Pattern.MULTILINE)
                .matcher(query.substring(query.lastIndexOf("\nSELECT\n")))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals("INT"))
                .toList();
        AthenaTable json = tables().get(tables().size() - 1);

        assertThat(Pattern.compile("^  `?(\\w+)`? [a-z<>,]+ COMMENT", Pattern.MULTILINE)
                        .matcher(json.statement(LAKE))
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyElementsOf(keys)
                .hasSize(6);
    }
}
