package com.recipechatbot.analytics.serving;

import com.recipechatbot.analytics.tables.TableContract;
import java.util.Collection;
import java.util.List;

/** Every table and column with what it means, for people: made from the contracts, so that it cannot say anything else. */
public final class DataDictionary {

    private DataDictionary() {}

    /** @return the page as Markdown, published tables first */
    public static String markdown(Collection<TableContract> tables) {
        StringBuilder page = new StringBuilder();
        page.append("# Tables\n\n");
        page.append(
                "Made by `jobs/run dictionary`; a test fails when it is stale. Days are days of the lake's zone.\n\n");
        page.append("Add up: whether sums over rows mean something. About persons: what a column may tell of one.\n");
        for (String area : List.of("published", "restricted")) {
            page.append("\n## ").append(area).append("\n");
            tables.stream().filter(table -> table.area().equals(area)).forEach(table -> append(table, page));
        }
        return page.toString();
    }

    private static void append(TableContract table, StringBuilder page) {
        page.append("\n### ").append(table.name()).append("\n\n");
        page.append(table.question()).append("\n\n");
        page.append("One row for each %s; key: %s; kept: %s.\n\n"
                .formatted(table.grain(), String.join(", ", table.key()), table.retention()));
        page.append("| column | type | adds up | about persons | meaning |\n|---|---|---|---|---|\n");
        for (TableContract.Column column : table.columns()) {
            page.append("| %s | %s | %s | %s | %s |\n"
                    .formatted(
                            column.name(),
                            column.type().replace("|", "\\|"),
                            addsUp(column),
                            aboutPersons(table, column),
                            column.comment().replace("|", "\\|")));
        }
    }

    private static String addsUp(TableContract.Column column) {
        if (column.comment().contains("Not additive")) {
            return "no";
        }
        return column.comment().contains("Additive") ? "yes" : "";
    }

    private static String aboutPersons(TableContract table, TableContract.Column column) {
        if (table.area().equals("published")) {
            return "counted together";
        }
        if (column.type().startsWith("STRING")
                && column.name().endsWith("_key")
                && !column.name().equals("recipe_key")) {
            return "pseudonym";
        }
        return switch (column.name()) {
            case "first_user" -> "pseudonym";
            case "text" -> "redacted text";
            case "sealed_record" -> "encrypted original";
            case "recipes" -> "names of dishes, from redacted text";
            default -> "";
        };
    }
}
