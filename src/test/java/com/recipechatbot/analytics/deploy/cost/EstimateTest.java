package com.recipechatbot.analytics.deploy.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.deploy.StackTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {

    private static final Figures PRICES = Figures.prices();
    private static final Figures MEASURED = Figures.measurements();

    @Test
    void aLineIsPriceTimesAmount() {
        Map<String, Double> bill = bill(1000);
        double messages = 1000 * MEASURED.value("messages_per_conversation");
        double itemGb = messages * MEASURED.value("item_bytes") / 1e9;

        assertThat(bill.get("DynamoDB writes")).isEqualTo(messages * 30.4 / 1e6 * 0.625);
        assertThat(bill.get("DynamoDB storage")).isEqualTo(itemGb * 90 * 0.25);
        assertThat(bill.get("Export to S3")).isEqualTo(2 * itemGb * 30.4 * 0.10);
        assertThat(bill.get("Athena")).isEqualTo(100 * 10e6 / 1e12 * 5);
        assertThat(bill.get("QuickSight")).isEqualTo(24.0 + 2 * 3.0);
    }

    @Test
    void theDateIndexDoublesWritesAndStorage() {
        Map<String, Double> with = bill(1000, true);
        Map<String, Double> without = bill(1000, false);

        assertThat(with.get("DynamoDB writes")).isEqualTo(2 * without.get("DynamoDB writes"));
        assertThat(with.get("DynamoDB storage")).isEqualTo(2 * without.get("DynamoDB storage"));
        assertThat(with.get("DynamoDB recovery")).isEqualTo(without.get("DynamoDB recovery"));
    }

    @Test
    void workersAreBilledForTheirWholeLife() {
        Figures measured = new Figures(
                "test",
                Map.of(
                        "worker_busy_share", figure(0.5),
                        "worker_start_seconds", figure(40),
                        "longest_work_seconds", figure(1000)));

        // 200 CPU s at half speed are 400 s of work on 2 cores: 200 s, and 40 to start.
        RunCost small = RunCost.ofSpark(200, measured);
        assertThat(small.wallSeconds()).isEqualTo(240);
        assertThat(small.vcpuHours()).isEqualTo(4 * 240 / 3600.0);
        assertThat(small.memoryGbHours()).isEqualTo((5 + 7) * 240 / 3600.0);

        // 8,000 s of work in at most 1,000 s want 4 executors of 2 cores.
        RunCost large = RunCost.ofSpark(4000, measured);
        assertThat(large.executors()).isEqualTo(4);
        assertThat(large.wallSeconds()).isEqualTo(1040);
        assertThat(large.vcpuHours()).isCloseTo(10 * 1040 / 3600.0, withinPercentage(0.001));
    }

    @Test
    void moreConversationsCostMoreAndQuickSightDoesNot() {
        Map<String, Double> small = bill(1000);
        Map<String, Double> large = bill(1_000_000);

        small.forEach((item, dollars) -> assertThat(large.get(item)).as(item).isGreaterThanOrEqualTo(dollars));
        assertThat(large.get("DynamoDB writes"))
                .isCloseTo(small.get("DynamoDB writes") * 1000, withinPercentage(0.001));
        assertThat(large.get("QuickSight")).isEqualTo(small.get("QuickSight"));
    }

    @Test
    void everyFigureSaysWhereItComesFrom() {
        for (Figures figures : new Figures[] {PRICES, MEASURED}) {
            assertThat(figures.figures()).isNotEmpty().allSatisfy((name, figure) -> {
                assertThat(figure.source()).as(name).isNotBlank();
                assertThat(figure.value()).as(name).isPositive();
            });
        }
        assertThat(PRICES.figures().values())
                .allSatisfy(price -> assertThat(price.source()).matches("(aws\\.amazon\\.com/|assumption: ).*"));
    }

    @Test
    void theAlarmsOfTheStackAreBilled() throws IOException {
        Collection<Object> resources = StackTemplate.read(Path.of("emr/stack.yaml"))
                .section("Resources")
                .values();
        assertThat(resources)
                .filteredOn(resource -> StackTemplate.map(resource).get("Type").equals("AWS::CloudWatch::Alarm"))
                .hasSize(MonthlyBill.ALARMS);
    }

    @ParameterizedTest
    @CsvSource({"1000, '1,000'", "1000000, 1 million", "100000000, 100 million"})
    void thePageOnCostStatesWhatIsPrinted(long conversations, String name) throws IOException {
        Map<String, Double> printed = printed(conversations);

        assertThat(Files.readString(Path.of("src/site/markdown/cost.md")))
                .contains("| %s | %s | %s | %s | %s | %s |\n"
                        .formatted(
                                name,
                                sum(printed, "DynamoDB.*|Export to S3"),
                                sum(printed, "EMR .*"),
                                sum(printed, "S3 .*|Athena|Secrets, logs, alarms"),
                                sum(printed, "QuickSight"),
                                sum(printed, "total")));
    }

    private static String sum(Map<String, Double> printed, String items) {
        double sum = printed.entrySet().stream()
                .filter(line -> line.getKey().matches(items))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        return String.format(Locale.ROOT, sum < 10 ? "%.2f" : "%,.0f", sum);
    }

    private static Map<String, Double> printed(long conversations) {
        Matcher lines = Pattern.compile("(?m)^(\\S.{27}) +([\\d,]+\\.\\d\\d)\\b")
                .matcher(Commands.run("estimate", "--conversations-per-day=" + conversations)
                        .out());
        Map<String, Double> printed = new TreeMap<>();
        lines.results()
                .forEach(line -> printed.put(
                        line.group(1).strip(), Double.parseDouble(line.group(2).replace(",", ""))));
        return printed;
    }

    private static Figures.Figure figure(double value) {
        return new Figures.Figure(value, "", "test");
    }

    private static Map<String, Double> bill(double conversations) {
        return bill(conversations, false);
    }

    private static Map<String, Double> bill(double conversations, boolean hasDateIndex) {
        Map<String, Double> bill = new TreeMap<>();
        MonthlyBill.of(new MonthlyBill.Workload(conversations, 1, 2, 100, hasDateIndex), PRICES, MEASURED)
                .lines()
                .forEach(line -> bill.put(line.item(), line.dollars()));
        return bill;
    }
}
