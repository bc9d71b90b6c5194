package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.command.option.LakeOption;
import com.recipechatbot.analytics.lake.LakeReader;
import com.recipechatbot.analytics.upkeep.Verification;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code verify}: checks that others can read a lake, and that its tables agree with each other. */
@Command(
        name = "verify",
        description = {
            "Checks every row of every table, reading with Delta Kernel, not Spark. Changes nothing.",
            "Finds tables that cannot be read, or need more than Athena supports (Delta reader version 1), rows with the same key,",
            "runs that do not account for every record, and published days that disagree with the tables and files beside them.",
            "While a run writes, days that it has not finished may disagree. Exit code 4 if anything is violated."
        },
        footer = {
            "",
            "Exit codes: 0 nothing is violated; 2 wrong usage or configuration; 4 something is violated.",
            "",
            "Example: jobs/run verify --lake target/demo/lake"
        })
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private LakeOption lakeOption;

    @Override
    public Integer call() {
        LakeReader lake = lakeOption.reader();
        if (lake.zone().isEmpty()) {
            throw new UsageException(
                    "Cannot verify %s: there is no lake. Check the path, or run jobs/run backfill or daily-metrics first."
                            .formatted(lakeOption.location()));
        }
        Verification verification = new Verification(lake).run();
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        RowFormat.table.print(List.of("table", "version", "reader", "rows"), verification.tables(), out);
        SortedSet<LocalDate> unfinished = lake.unfinishedDays();
        if (!unfinished.isEmpty()) {
            out.printf(
                    "unfinished, may disagree until the next run has ended: %s%n",
                    unfinished.stream().map(LocalDate::toString).collect(Collectors.joining(", ")));
        }
        verification.findings().forEach(finding -> out.printf("violated: %s%n", finding));
        out.println(
                verification.findings().isEmpty()
                        ? "no violations; runs that account for every record: %,d; published days that agree with the tables and files beside them: %,d"
                                .formatted(verification.runs(), verification.days())
                        : "findings: %,d".formatted(verification.findings().size()));
        out.flush();
        return verification.findings().isEmpty() ? ExitCode.DONE : ExitCode.DAMAGED;
    }
}
