package com.recipechatbot.analytics.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.metrics.Query;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InputsTest {

    private final SparkSession spark = TestSpark.session();
    private final Inputs inputs = new Inputs(spark).with("pans", rows(1, 2)).with("pots", rows(2, 3));

    @AfterEach
    void dropWhatOthersHave() {
        spark.catalog().dropTempView("pans");
        spark.catalog().dropTempView("lids");
    }

    @Test
    void anInputIsReadAnywhereInAQueryAndMoreThanOnce() {
        assertThat(answer("""
                WITH both AS (SELECT id FROM pans WHERE id IN (SELECT id FROM pots))
                SELECT id + (SELECT max(id) FROM pans AS others) FROM both JOIN pans USING (id)""", "pans", "pots")).containsExactly(4);
    }

    @Test
    void aTableOfTheQueryGoesBeforeAnInputOfThatName() {
        assertThat(answer("WITH pans AS (SELECT 7 AS id) SELECT id FROM pans", "pans"))
                .containsExactly(7);
    }

    @Test
    void aViewOfTheSessionIsNeitherReadNorChanged() {
        rows(9).createOrReplaceTempView("pans");

        assertThat(answer("SELECT id FROM pans", "pans")).containsExactly(1, 2);
        assertThat(ints(spark.table("pans"))).containsExactly(9);
    }

    @Test
    void rowsThatReplaceOthersAreReadFromThenOn() {
        inputs.with("pans", rows(5));

        assertThat(answer("SELECT id FROM pans", "pans")).containsExactly(5);
    }

    @Test
    void whatIsNotDeclaredOrNotThereIsRefusedByName() {
        assertThatThrownBy(() -> answer("SELECT pots.id FROM pans JOIN pots USING (id)", "pans"))
                .hasMessageContaining("pots");
        assertThatThrownBy(() -> answer("SELECT id FROM lids", "lids"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot compute the test: it reads lids, which this run does not have.");
    }

    private List<Integer> answer(String sql, String... reads) {
        return ints(inputs.query(new Query("the test", sql, List.of(reads))));
    }

    private static List<Integer> ints(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(row -> row.getInt(0)).toList();
    }

    private Dataset<Row> rows(Integer... ids) {
        return spark.createDataset(List.of(ids), Encoders.INT()).toDF("id");
    }
}
