package com.recipechatbot.analytics.deploy.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a month costs, line by line: prices times measurements times conversations. */
public record MonthlyBill(List<Line> lines) {

    /** @param reckoning how the amount was computed, for a reader who checks it */
    public record Line(String item, String reckoning, double dollars) {}

    /**
     * What is to be estimated.
     *
     * @param queries of Athena in a month
     * @param hasDateIndex whether the table has the index of the hourly export
     */
    public record Workload(double conversationsPerDay, int authors, int readers, int queries, boolean hasDateIndex) {}

    private static final double DAYS = 30.4;
    private static final double WEEKS = DAYS / 7;
    private static final double GB = 1e9;
    private static final double MILLION = 1e6;
    private static final double KEPT_DAYS = 90;
    private static final double PUBLISHED_DAYS = 730;
    private static final double HOURS = 730;
    /** Of daily-metrics; a metric is billed in the hours in which it is sent. */
    static final int METRICS = 7;

    /** Those of the stack. */
    static final int ALARMS = 6;

    public static MonthlyBill of(Workload workload, Figures prices, Figures measured) {
        double messages = workload.conversationsPerDay() * measured.value("messages_per_conversation");
        double itemGb = messages * measured.value("item_bytes") / GB;
        double exportGb = messages * measured.value("export_bytes_per_message") / GB;
        List<Line> lines = new ArrayList<>();

        int copies = workload.hasDateIndex() ? 2 : 1;
        double writes = messages * DAYS * copies;
        lines.add(new Line(
                "DynamoDB writes",
                text(
                        "%,.2f million: each message%s",
                        writes / MILLION, workload.hasDateIndex() ? ", and once more for the date index" : ""),
                writes / MILLION * prices.value("dynamodb_write_million")));
        double stored = itemGb * KEPT_DAYS;
        lines.add(new Line(
                "DynamoDB storage",
                text("%,.2f GB of 90 days%s", stored, workload.hasDateIndex() ? ", and as much for the index" : ""),
                copies * stored * prices.value("dynamodb_storage_gb")));
        lines.add(new Line(
                "DynamoDB recovery",
                text("point in time, %,.2f GB", stored),
                stored * prices.value("dynamodb_pitr_gb")));
        lines.add(new Line(
                "Export to S3",
                text("%,.2f GB of changes: each message, and once more when it expires", 2 * itemGb * DAYS),
                2 * itemGb * DAYS * prices.value("dynamodb_export_gb")));

        double input = exportGb * KEPT_DAYS / measured.value("gzip_ratio");
        double restricted = messages * measured.value("restricted_bytes_per_message") * KEPT_DAYS / GB;
        double published = measured.value("published_bytes_per_day") * PUBLISHED_DAYS / GB;
        lines.add(new Line(
                "S3 storage",
                text(
                        "%,.2f GB exports and %,.2f GB working tables of 90 days, %,.2f GB published of 2 years",
                        input, restricted, published),
                (input + restricted + published) * prices.value("s3_storage_gb")));
        double puts = measured.value("s3_puts_per_run") * runs();
        double gets = measured.value("s3_gets_per_run") * runs();
        lines.add(new Line(
                "S3 requests",
                text("%,.0f writes and lists, %,.0f reads", puts, gets),
                puts / 1000 * prices.value("s3_put_thousand") + gets / 1000 * prices.value("s3_get_thousand")));

        double dailyCpu = measured.value("tiny_day_cpu_seconds")
                + Math.max(0, exportGb - measured.value("tiny_day_gb")) * measured.value("cpu_seconds_per_gb");
        RunCost daily = RunCost.ofSpark(dailyCpu, measured);
        lines.add(new Line(
                "EMR daily-metrics",
                text(
                        "%.1f runs of %,.0f s: %,.2f GB, %,.0f CPU s, %.0f executor(s) and a driver of 2 vCPU each",
                        DAYS, daily.wallSeconds(), exportGb, dailyCpu, daily.executors()),
                DAYS * daily.dollars(prices)));
        double periodCpu = measured.value("tiny_period_cpu_seconds")
                + workload.conversationsPerDay()
                        / MILLION
                        * measured.value("period_cpu_seconds_per_million_conversations");
        RunCost period = RunCost.ofSpark(periodCpu, measured);
        double periods = WEEKS + 1 + DAYS;
        lines.add(new Line(
                "EMR weekly, monthly, expire",
                text("%.1f runs of %,.0f s", periods, period.wallSeconds()),
                periods * period.dollars(prices)));
        RunCost export = RunCost.ofWaiting(measured.value("export_seconds"), measured);
        lines.add(new Line(
                "EMR export",
                text("%.1f runs of %,.0f s on one driver of 1 vCPU, which waits", DAYS, export.wallSeconds()),
                DAYS * export.dollars(prices)));

        double scanned = workload.queries()
                * Math.max(measured.value("athena_least_bytes"), measured.value("bytes_per_query"))
                / 1e12;
        lines.add(new Line(
                "Athena",
                text("%d queries, %,.4f TB", workload.queries(), scanned),
                scanned * prices.value("athena_tb")));
        lines.add(new Line(
                "Secrets, logs, alarms",
                text(
                        "one secret, %d alarms, %d metrics in the hours that have them, some 100 MB of logs",
                        ALARMS, METRICS),
                prices.value("secret")
                        + ALARMS * prices.value("alarm")
                        + METRICS * DAYS / HOURS * prices.value("metric")
                        + measured.value("log_bytes_per_run") * runs() / GB * prices.value("log_gb")));
        lines.add(new Line(
                "QuickSight",
                "%d author(s), %d reader(s)".formatted(workload.authors(), workload.readers()),
                workload.authors() * prices.value("quicksight_author")
                        + workload.readers() * prices.value("quicksight_reader")));
        return new MonthlyBill(List.copyOf(lines));
    }

    public double total() {
        return lines.stream().mapToDouble(Line::dollars).sum();
    }

    /** Three jobs a night, one a week, one a month. */
    private static double runs() {
        return 3 * DAYS + WEEKS + 1;
    }

    private static String text(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
