package com.recipechatbot.analytics.serving.athena;

import com.recipechatbot.analytics.tables.TableContract;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A question about the tables: a file of {@code emr/athena/queries} whose name is the question.
 *
 * @param question the same as a sentence; in the header, it has no question mark, which a tool might take for a
 *     parameter
 * @param tables the tables it reads
 * @param sql the whole file: its header explains what the numbers mean
 */
public record NamedQuery(String name, String question, List<String> tables, String sql) {

    private static final List<String> NAMES = List.of(
            "how-is-the-chatbot-used-each-day",
            "when-is-the-chatbot-busy",
            "how-long-are-conversations",
            "does-the-chatbot-grow",
            "how-many-users-are-there-each-month",
            "do-users-come-back",
            "how-many-users-stay",
            "do-new-users-return-soon",
            "what-do-people-cook-this-week",
            "which-recipes-are-mentioned-most-this-week",
            "which-recipes-grew-this-week",
            "which-recipes-are-new-this-week",
            "which-recipes-stay-popular",
            "what-people-asked-for-and-did-not-get",
            "which-recipes-does-the-chatbot-bring-up",
            "which-kinds-of-food-do-people-cook",
            "what-is-in-season",
            "what-is-the-chatbot-used-for",
            "which-tools-fail",
            "what-do-models-cost",
            "do-people-cook-what-they-ask-for",
            "how-satisfied-are-users",
            "which-days-may-still-change",
            "how-engaged-were-users-in-a-month",
            "how-many-recipes-came-up-in-a-month");

    private static final List<String> RESTRICTED =
            List.of("what-did-each-run-do", "why-were-records-rejected", "how-did-conversations-end");

    /** @throws IllegalStateException when a file is missing or has no header: a mistake in the build */
    public static List<NamedQuery> all() {
        return NAMES.stream().map(name -> read("", name)).toList();
    }

    /** Those about the working tables, for the restricted workgroup. */
    public static List<NamedQuery> restricted() {
        return RESTRICTED.stream().map(name -> read("restricted/", name)).toList();
    }

    private static NamedQuery read(String folder, String name) {
        String sql = TableContract.resource("/athena/queries/" + folder + name + ".sql")
                .strip();
        Map<String, String> head = new TreeMap<>();
        sql.lines().takeWhile(line -> line.startsWith("--")).forEach(line -> {
            String[] field = line.substring(2).split(":", 2);
            head.put(field[0].strip(), field[field.length - 1].strip());
        });
        if (!head.keySet().containsAll(List.of("question", "tables", "means"))) {
            throw new IllegalStateException(
                    "Cannot read the query %s: it has to begin with \"-- question: ...\", \"-- tables: ...\" and \"-- means: ...\"."
                            .formatted(name));
        }
        return new NamedQuery(
                name, head.get("question") + "?", List.of(head.get("tables").split("\\s*,\\s*")), sql);
    }
}
