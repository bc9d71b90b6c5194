package com.recipechatbot.analytics.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The original's job in DuckDB with two threads: FORM INPUT OUTPUT. Of the two forms, {@code files} writes the messages
 * and counts over what it wrote, {@code memory} keeps them in a table between.
 */
public final class DuckDbContestant {

    private DuckDbContestant() {}

    public static void main(String[] args) throws SQLException {
        String input = args[1];
        String output = args[2];
        String messages = """
                SELECT conversation_id, "timestamp",
                       substr(sha256(substr("timestamp", 1, 10) || ':' || user_id), 1, 16) AS user_hash,
                       role,
                       regexp_replace(regexp_replace(regexp_replace(message, '%s', '[EMAIL]', 'g'), '%s', '[PHONE]', 'g'), '%s', '[CARD]', 'g') AS message,
                       CASE WHEN role = 'assistant' AND contains(lower(message), 'recipe')
                            THEN trim(coalesce(
                                nullif(regexp_extract(lower(message), '%s', 1), ''),
                                nullif(regexp_extract(lower(message), '%s', 1), ''),
                                nullif(regexp_extract(lower(message), '%s', 1), ''))) END AS recipe_name,
                       substr("timestamp", 1, 10) AS day
                FROM read_json('%s', format = 'newline_delimited', columns = {conversation_id: 'VARCHAR', "timestamp": 'VARCHAR', user_id: 'VARCHAR', role: 'VARCHAR', message: 'VARCHAR'})"""
                .formatted(
                        OriginalJob.EMAIL,
                        OriginalJob.PHONE,
                        OriginalJob.CARD,
                        OriginalJob.RECIPE_FOR,
                        OriginalJob.HOW_TO_MAKE,
                        OriginalJob.COOKING,
                        input);
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("SET threads = 2");
            statement.execute("SET preserve_insertion_order = false");
            String written = "read_parquet('%s/messages/*/*.parquet')".formatted(output);
            String source = messages;
            if (args[0].equals("memory")) {
                statement.execute("CREATE TEMP TABLE messages AS " + messages);
                source = "SELECT * FROM messages";
                written = "messages";
            }
            statement.execute("COPY (%s) TO '%s/messages' (FORMAT parquet, PARTITION_BY (day), WRITE_PARTITION_COLUMNS true)"
                    .formatted(source, output));
            statement.execute("""
                    COPY (SELECT day AS date, count(DISTINCT conversation_id) AS total_conversations,
                                 count(DISTINCT user_hash) AS unique_users, count(*) AS total_messages
                          FROM %s GROUP BY day) TO '%s/days.json'""".formatted(written, output));
            statement.execute("""
                    COPY (SELECT recipe_name, count(*) AS mentions FROM %s
                          WHERE recipe_name IS NOT NULL GROUP BY day, recipe_name) TO '%s/recipes.json'"""
                    .formatted(written, output));
        }
    }
}
