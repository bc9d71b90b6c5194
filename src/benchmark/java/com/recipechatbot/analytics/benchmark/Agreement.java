package com.recipechatbot.analytics.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether contestants did the same: a digest of what each wrote, taken by DuckDB after the measuring. */
final class Agreement {

    private static final Pattern ROWS_READ = Pattern.compile("\"RowsRead\":(\\d+)");

    private Agreement() {}

    /** @return every message and figure of the original's job in one line; of ours, whose tables are others, the records read */
    static String digest(Contestant contestant, Path output, Path log) throws IOException, SQLException {
        if (contestant == Contestant.OURS) {
            Matcher rows = ROWS_READ.matcher(Files.readString(log));
            return rows.find() ? rows.group(1) : "nothing";
        }
        String messages = contestant == Contestant.PYTHON
                ? "read_json('%s/messages.json', columns = {conversation_id: 'VARCHAR', \"timestamp\": 'VARCHAR', user_hash: 'VARCHAR', role: 'VARCHAR', message: 'VARCHAR', recipe_name: 'VARCHAR'})"
                        .formatted(output)
                : "read_parquet('%s/messages/*/*.parquet', hive_partitioning = false)".formatted(output);
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            return only(statement, """
                            SELECT count(*) || ' messages ' || bit_xor(hash(conversation_id, "timestamp", user_hash, role, message))
                                   || ' names ' || count(recipe_name) || ' ' || bit_xor(hash(conversation_id, "timestamp", recipe_name))
                            FROM %s""".formatted(messages))
                    + only(statement, """
                            SELECT ' days ' || bit_xor(hash(CAST(date AS VARCHAR), total_conversations, unique_users, total_messages))
                            FROM read_json('%s')""".formatted(json(output, "days")))
                    + only(statement, """
                            SELECT ' recipes ' || count(*) || ' ' || coalesce(bit_xor(hash(recipe_name, mentions)), 0)
                            FROM read_json('%s', columns = {recipe_name: 'VARCHAR', mentions: 'BIGINT'})"""
                            .formatted(json(output, "recipes")));
        }
    }

    /** How many records the day has: what every contestant must have read. */
    static long records(Path export) throws SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            return Long.parseLong(only(
                    statement,
                    "SELECT count(*) FROM read_csv('%s/*.json', columns = {line: 'VARCHAR'}, delim = '\\x01', quote = '', header = false)"
                            .formatted(BenchmarkDay.day(export))));
        }
    }

    private static String json(Path output, String name) {
        return List.of("days", "recipes").contains(name) && Files.isDirectory(output.resolve(name))
                ? output + "/" + name + "/*.json"
                : output + "/" + name + ".json";
    }

    private static String only(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
