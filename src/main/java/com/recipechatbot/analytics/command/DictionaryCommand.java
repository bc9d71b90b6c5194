package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.functions.FunctionDictionary;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.serving.DataDictionary;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dictionary}: the tables, from their columns.sql, or the SQL functions, from their list. */
@Command(
        name = "dictionary",
        description = "Prints the meaning of every table and column, or of every SQL function, as Markdown.",
        footer = {
            "",
            "Examples: jobs/run dictionary > src/site/markdown/tables.md",
            "          jobs/run dictionary --functions > src/site/markdown/functions.md"
        })
final class DictionaryCommand implements Callable<Integer> {

    @Option(names = "--functions", description = "The SQL functions instead of the tables.")
    private boolean functions;

    @Override
    public Integer call() {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        out.print(functions ? FunctionDictionary.markdown() : tables());
        out.flush();
        return 0;
    }

    private static String tables() {
        return DataDictionary.markdown(MetricTable.contracts());
    }
}
