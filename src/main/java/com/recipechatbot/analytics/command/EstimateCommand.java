package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.deploy.cost.Figures;
import com.recipechatbot.analytics.deploy.cost.MonthlyBill;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code estimate}: what the deployment costs in a month, line by line. */
@Command(
        name = "estimate",
        description = {
            "Prints what the deployment costs in a month, line by line, in US dollars of us-east-1.",
            "Prices and measurements are two small files in the jar, each with its date and where to check it: --figures prints them.",
            "Check the prices before you rely on a total."
        },
        footer = {"", "Example: jobs/run estimate --conversations-per-day 1000"})
public final class EstimateCommand implements Callable<Integer> {

    @Option(
            names = "--conversations-per-day",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Default: ${DEFAULT-VALUE}.")
    private double conversations;

    @Option(
            names = "--authors",
            paramLabel = "N",
            defaultValue = "1",
            description = "QuickSight authors. Default: ${DEFAULT-VALUE}.")
    private int authors;

    @Option(
            names = "--readers",
            paramLabel = "N",
            defaultValue = "2",
            description = "QuickSight readers. Default: ${DEFAULT-VALUE}.")
    private int readers;

    @Option(
            names = "--queries",
            paramLabel = "N",
            defaultValue = "100",
            description = "Athena queries in the month. Default: ${DEFAULT-VALUE}.")
    private int queries;

    @Option(names = "--date-index", description = "The table has the index of the hourly export (DateIndex=true).")
    private boolean hasDateIndex;

    @Option(names = "--figures", description = "The prices and measurements, with their sources.")
    private boolean figures;

    @Override
    public Integer call() {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        if (conversations < 0 || authors < 0 || readers < 0 || queries < 0) {
            throw new UsageException("Cannot estimate a negative workload: give numbers of 0 or more.");
        }
        if (figures) {
            print(Figures.prices(), out);
            print(Figures.measurements(), out);
        } else {
            print(
                    MonthlyBill.of(
                            new MonthlyBill.Workload(conversations, authors, readers, queries, hasDateIndex),
                            Figures.prices(),
                            Figures.measurements()),
                    out);
        }
        out.flush();
        return 0;
    }

    private void print(MonthlyBill bill, PrintStream out) {
        out.printf(Locale.ROOT, "%,.0f conversations a day, US dollars a month, us-east-1%n", conversations);
        for (MonthlyBill.Line line : bill.lines()) {
            out.printf(Locale.ROOT, "%-28s %12s  %s%n", line.item(), dollars(line.dollars()), line.reckoning());
        }
        out.printf(Locale.ROOT, "%-28s %12s%n", "total", dollars(bill.total()));
        long assumed = Figures.measurements().figures().values().stream()
                .filter(figure -> figure.source().startsWith("assumption"))
                .count();
        out.printf(
                "prices: unchecked since 2026-11-22; %d of %d measurements are assumptions (--figures)%n",
                assumed, Figures.measurements().figures().size());
    }

    private static void print(Figures figures, PrintStream out) {
        for (Map.Entry<String, Figures.Figure> figure : figures.figures().entrySet()) {
            out.printf(
                    Locale.ROOT,
                    "%-46s %14s %s (%s)%n",
                    figure.getKey(),
                    Double.toString(figure.getValue().value()),
                    figure.getValue().unit(),
                    figure.getValue().source());
        }
    }

    private static String dollars(double amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }
}
