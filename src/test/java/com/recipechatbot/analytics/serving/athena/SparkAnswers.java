package com.recipechatbot.analytics.serving.athena;

import com.recipechatbot.analytics.TestSpark;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Asks Spark Athena's questions, word for word, in a separate session. */
final class SparkAnswers {

    /** The parameters of the questions about a month. */
    static final List<Integer> JANUARY = List.of(2025, 1);

    private final SparkSession session = TestSpark.session().newSession();

    SparkAnswers() {
        // "date" is a column, as in Athena.
        session.conf().set("spark.sql.ansi.doubleQuotedIdentifiers", true);
        // The only function that has a different name in Spark.
        session.sql("CREATE TEMPORARY FUNCTION day_of_week(day DATE) RETURNS INT RETURN weekday(day) + 1");
    }

    SparkSession session() {
        return session;
    }

    /** @param values a list of rows in SQL syntax */
    SparkAnswers with(String table, String columns, String values) {
        session.sql("SELECT * FROM VALUES %s AS t(%s)".formatted(values, columns))
                .createOrReplaceTempView(table);
        return this;
    }

    Dataset<Row> ask(NamedQuery query) {
        String sql = query.sql();
        for (int value : JANUARY) {
            // Delta's parser leaves parameters unbound.
            sql = sql.replaceFirst("= \\?", "= " + value);
        }
        return session.sql(sql);
    }

    List<Row> ask(String name) {
        return ask(NamedQuery.all().stream()
                        .filter(query -> query.name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .collectAsList();
    }
}
