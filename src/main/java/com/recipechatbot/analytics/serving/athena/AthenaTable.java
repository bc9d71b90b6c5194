package com.recipechatbot.analytics.serving.athena;

import com.recipechatbot.analytics.tables.TableContract;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A table as Athena is told of it.
 *
 * @param location where it lies in the lake, such as {@code published/daily_metrics}
 * @param question what it answers
 * @param isDelta whether it is there only after its first write, because Athena reads its columns from the Delta log
 */
public record AthenaTable(String name, String location, String question, boolean isDelta) {

    private static final String COMPATIBILITY = "daily_metrics_json";

    /** The published tables in the given order, and the daily JSON files of the original. */
    public static List<AthenaTable> published(Collection<TableContract> tables) {
        List<AthenaTable> published = new ArrayList<>();
        tables.stream()
                .filter(table -> table.area().equals("published"))
                .map(table -> new AthenaTable(table.name(), table.location(), table.question(), true))
                .forEach(published::add);
        published.add(new AthenaTable(
                COMPATIBILITY,
                "aggregated/daily",
                "What does the original pipeline's daily file say? Kept for those who read it; daily_metrics knows better.",
                false));
        return List.copyOf(published);
    }

    /** The statements of all tables, each under its question: {@code emr/athena/tables.sql}. */
    public static String script(List<AthenaTable> tables, String lake) {
        StringBuilder script = new StringBuilder();
        script.append("-- What Athena is told of the tables. Made by jobs/run athena; a test fails when it is stale.\n"
                + "-- jobs/run athena --register runs it, with the lake in the place of ${lake}.\n");
        for (AthenaTable table : tables) {
            script.append("\n-- ").append(table.question()).append('\n');
            script.append(table.statement(lake)).append(";\n");
        }
        return script.toString();
    }

    /** @param lake such as {@code s3://bucket/lake} */
    public String statement(String lake) {
        if (isDelta) {
            // Athena takes no columns here: the Delta log has them, with their comments.
            return """
                    CREATE EXTERNAL TABLE IF NOT EXISTS %s
                    LOCATION '%s'
                    TBLPROPERTIES ('table_type' = 'DELTA')""".formatted(name, place(lake));
        }
        return TableContract.resource("/athena/" + name + ".sql").strip().replace("${lake}", lake);
    }

    /** Where its files are, as Athena wants folders: with a slash at the end. */
    public String place(String lake) {
        return lake + "/" + location + "/";
    }
}
