package com.recipechatbot.analytics.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.TestSpark;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lake remembers of a table with few rows is what is in it. */
class FewRowsTest {

    @TempDir
    private Path folder;

    private Lake lake;

    @BeforeEach
    void panAndPot() {
        lake = open();
        lake.append(Things.TABLE, rows("pan", "pot"));
        assertThat(few()).containsExactlyInAnyOrder("pan", "pot");
    }

    @Test
    void afterEachKindOfChangeTheyAreReadAgain() {
        lake.append(Things.TABLE, rows("lid"));
        assertThat(few()).containsExactlyInAnyOrder("pan", "pot", "lid");

        lake.delete(Things.TABLE, "thing = 'pan'");
        assertThat(few()).containsExactlyInAnyOrder("pot", "lid");

        lake.delete(Things.TABLE, "thing", rows("lid").toDF("key"));
        assertThat(few()).containsExactly("pot");

        lake.replace(Things.TABLE, "thing = 'pot'", rows("pot", "pot"));
        assertThat(few()).containsExactly("pot", "pot");
    }

    @Test
    void afterAReplacementTheyAreKnownUnread() {
        lake.replaceFew(Things.TABLE, "thing IN ('pan', 'lid')", rows("lid"));

        assertThat(few()).containsExactlyInAnyOrder("pot", "lid");
        assertThat(strings(open().read(Things.TABLE))).containsExactlyInAnyOrder("pot", "lid");
    }

    private Lake open() {
        return Lake.open(TestSpark.session(), folder.resolve("lake").toString(), Optional.empty());
    }

    private List<String> few() {
        return strings(lake.readFew(Things.TABLE));
    }

    private static List<String> strings(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(row -> row.getString(0)).toList();
    }

    private static Dataset<Row> rows(String... things) {
        return TestSpark.session()
                .createDataset(List.of(things), Encoders.STRING())
                .toDF("thing");
    }
}
