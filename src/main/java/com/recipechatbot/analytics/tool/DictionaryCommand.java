package com.recipechatbot.analytics.tool;

import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.serving.DataDictionary;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code dictionary}: the data dictionary, from the tables' columns.sql. */
@Command(
        name = "dictionary",
        mixinStandardHelpOptions = true,
        description = "Prints what every table and column means, as Markdown.",
        footer = {"", "Example: jobs/run dictionary > src/site/markdown/tables.md"})
final class DictionaryCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        out.print(DataDictionary.markdown(
                Arrays.stream(MetricTable.values()).map(MetricTable::contract).toList()));
        out.flush();
        return 0;
    }
}
