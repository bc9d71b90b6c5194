package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.command.option.HadoopSettings;
import com.recipechatbot.analytics.command.option.StackOption;
import com.recipechatbot.analytics.deploy.AthenaCatalog;
import com.recipechatbot.analytics.deploy.StackOutputs;
import com.recipechatbot.analytics.lake.LakeReader;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.serving.athena.AthenaTable;
import com.recipechatbot.analytics.serving.athena.NamedQuery;
import com.recipechatbot.analytics.tables.TableContract;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code athena}: registers the published tables in Athena and saves the questions there. */
@Command(
        name = "athena",
        description = {
            "Prints the statements that register the published tables and the daily JSON files in Athena.",
            "With --register, runs them there and saves the questions of emr/athena/queries in the workgroup.",
            "Running it again adds what is new, updates saved questions, and changes no table.",
            "With --restricted, does this for the working tables and the questions about them, for analysts who work with pseudonyms.",
            "With --retention, does this for user_activity, for studies of retention (RetentionStudies=true in the stack).",
            "Lake, database and workgroup come from the outputs of the stack, which jobs/deploy saves."
        },
        footer = {
            "",
            "A table that no job has written yet is skipped: Athena reads its columns from the table itself.",
            "Permissions needed: athena:StartQueryExecution, athena:GetQueryExecution, athena:ListTableMetadata, athena:ListNamedQueries, athena:BatchGetNamedQuery, athena:CreateNamedQuery, athena:UpdateNamedQuery, glue:GetDatabase, glue:GetTables, glue:GetTable, glue:CreateTable, and read access to the lake and write access to the results.",
            "",
            "Example: jobs/run athena --register"
        })
public final class AthenaCommand implements Callable<Integer> {

    @Option(names = "--register", description = "Create the tables and save the questions, instead of printing.")
    private boolean register;

    @ArgGroup
    private Which which = new Which();

    private static final class Which {

        @Option(names = "--restricted", description = "The working tables, in a database and a workgroup of their own.")
        private boolean isRestricted;

        @Option(
                names = "--retention",
                description =
                        "The table user_activity, in a database and a workgroup of its own; it has no saved questions.")
        private boolean isRetention;

        private List<AthenaTable> tables(List<TableContract> contracts) {
            if (isRetention) {
                return AthenaTable.retention(contracts);
            }
            return isRestricted ? AthenaTable.restricted(contracts) : AthenaTable.published(contracts);
        }

        private List<NamedQuery> questions() {
            if (isRetention) {
                return List.of();
            }
            return isRestricted ? NamedQuery.restricted() : NamedQuery.all();
        }

        /** What the names of its database and workgroup begin with in the outputs of the stack. */
        private String prefix() {
            if (isRetention) {
                return "Linked";
            }
            return isRestricted ? "Restricted" : "";
        }

        private String next() {
            if (isRetention) {
                return "in the Athena console, choose the workgroup and query user_activity";
            }
            return "in the Athena console, choose the workgroup and open a saved query, such as "
                    + (isRestricted ? "what-did-each-run-do" : "does-the-chatbot-grow");
        }
    }

    @Option(
            names = "--lake",
            paramLabel = "s3",
            description = "Where the tables are, such as s3://bucket/lake. Without it, $${lake} is printed.")
    private String lake;

    @Option(names = "--database", paramLabel = "NAME", description = "The Glue database for the tables.")
    private String database;

    @Option(names = "--workgroup", paramLabel = "NAME", description = "Where statements run and questions are saved.")
    private String workGroup;

    @Option(
            names = "--results",
            paramLabel = "s3",
            description = "Where results go if the workgroup does not specify it, such as s3://bucket/athena-results.")
    private String results;

    @Mixin
    private StackOption stackOption;

    @Option(names = "--poll-millis", hidden = true, defaultValue = "500")
    private int pollMillis;

    @Override
    public Integer call() throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<TableContract> contracts = MetricTable.contracts();
        List<AthenaTable> tables = which.tables(contracts);
        if (!register) {
            out.print(AthenaTable.script(tables, lake == null ? "${lake}" : whole(lake)));
            return 0;
        }
        String home = whole(asked(lake, "Lake"));
        List<String> later;
        try (AthenaCatalog athena = new AthenaCatalog(
                asked(database, which.prefix() + "Database"),
                asked(workGroup, which.prefix() + "WorkGroup"),
                results,
                Duration.ofMillis(pollMillis))) {
            later = registerTables(athena, tables, home, out);
            saveQueries(athena, which.questions(), out);
        }
        if (!later.isEmpty()) {
            out.printf(
                    "not in the lake yet: %s. Register again after the job that writes them.%n",
                    String.join(", ", later));
        }
        out.printf("next: %s%n", which.next());
        return 0;
    }

    /** @return the tables that are not in the lake yet */
    private static List<String> registerTables(
            AthenaCatalog athena, List<AthenaTable> tables, String lake, PrintStream out) throws InterruptedException {
        Map<String, String> known = athena.tables();
        // Before anything is created: with half of the tables here and half there, answers would be wrong.
        tables.forEach(table -> requireSamePlace(table, known.get(table.name()), lake));
        LakeReader reader = new LakeReader(HadoopSettings.fromSystemProperties(), lake);
        List<String> later = new ArrayList<>();
        for (AthenaTable table : tables) {
            if (known.containsKey(table.name())) {
                out.println("table " + table.name() + ": exists");
            } else if (table.isDelta() && !reader.exists(table.location())) {
                later.add(table.name());
            } else {
                athena.run(table.statement(lake), "create the table " + table.name());
                out.println("table " + table.name() + ": created");
            }
        }
        return later;
    }

    private static void requireSamePlace(AthenaTable table, String known, String lake) {
        if (known != null && !known.isEmpty() && !slashed(known).equals(table.place(lake))) {
            throw new UsageException(
                    "Cannot register %s at %s: Athena has it at %s. Drop it there first (DROP TABLE %s; its files are kept), or give another --database."
                            .formatted(table.name(), table.place(lake), slashed(known), table.name()));
        }
    }

    private static void saveQueries(AthenaCatalog athena, List<NamedQuery> queries, PrintStream out) {
        Map<String, AthenaCatalog.SavedQuery> saved = athena.savedQueries();
        for (NamedQuery query : queries) {
            out.println("question " + query.name() + ": " + athena.save(query, saved.get(query.name())));
        }
    }

    private String asked(String given, String output) {
        if (given != null) {
            return given;
        }
        StackOutputs outputs = stackOption.outputs();
        if (which.isRetention && !outputs.values().containsKey(output)) {
            throw new UsageException(
                    "Cannot register user_activity: nobody may read it, because the stack has no role for studies of retention. Run jobs/deploy RetentionStudies=true first.");
        }
        return outputs.value(output);
    }

    /** @throws UsageException when Athena could not read there */
    private static String whole(String lake) {
        if (!lake.matches("s3://[^/]+(/.*)?")) {
            throw new UsageException(
                    "Cannot register tables at %s: Athena reads from S3 only. Give --lake s3://BUCKET/FOLDER."
                            .formatted(lake));
        }
        return lake.replaceAll("/+$", "");
    }

    private static String slashed(String place) {
        return place.endsWith("/") ? place : place + "/";
    }
}
