package com.recipechatbot.analytics.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code jobs/benchmark}: the daily job against what people would use instead. */
@Command(
        name = "jobs/benchmark",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false,
        description = {
            "Runs the daily job and the original pipeline's job in other tools on the same day, in rounds, each as a whole",
            "process from shell to exit, and prints what they took as ratios within a round: machines are noisy.",
            "Ours does more than the others: better rules, all daily tables, Delta.",
            "  jobs/benchmark functions [JMH options]   measures the rules alone instead, in MB/s"
        })
public final class PipelineBenchmark implements Callable<Integer> {

    private static final Path FOLDER = Path.of("target/benchmark").toAbsolutePath();

    @Option(names = "--size", defaultValue = "100MB", description = "Of the day: a number and kB, MB or GB (1,000 each).")
    private String size = "";

    @Option(names = "--pairs", defaultValue = "3", paramLabel = "N", description = "Turns.")
    private int pairs;

    @Option(
            names = "--contestants",
            split = ",",
            defaultValue = "OURS,BUILT_INS,UDFS,DUCKDB,DUCKDB_MEMORY,PYTHON",
            paramLabel = "NAME",
            description = "Who takes part; the first is what the others are compared with.")
    private List<Contestant> contestants = List.of();

    private final Map<Contestant, List<Measured>> measured = new EnumMap<>(Contestant.class);
    private final Map<Contestant, String> digests = new EnumMap<>(Contestant.class);

    public static void main(String[] args) {
        System.exit(new CommandLine(new PipelineBenchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        long bytes = Sizes.bytes(size);
        Path export = BenchmarkDay.of(bytes, FOLDER);
        long records = Agreement.records(export);
        Path keys = FOLDER.resolve("keys");
        if (!Files.exists(keys)) {
            Measured.run(List.of("jobs/run", "keys", "create", "--keys=" + keys), FOLDER.resolve("keys.log"));
        }
        for (int turn = 0; turn < pairs; turn++) {
            for (Contestant contestant : inTurn(turn)) {
                run(contestant, export, keys);
                System.out.printf(
                        Locale.ROOT,
                        "round %d of %d: %s took %.1f CPU seconds%n",
                        turn + 1,
                        pairs,
                        contestant.title(),
                        measured.get(contestant).get(turn).cpuSeconds());
            }
        }
        String table = table(records);
        System.out.print(table);
        Path markdown = FOLDER.resolve("benchmark-" + size + ".md");
        Files.writeString(markdown, table);
        System.out.println("Written to " + markdown);
        return disagreements(records);
    }

    /** Forwards and backwards by turns, so that none always follows the same one. */
    private List<Contestant> inTurn(int turn) {
        List<Contestant> order = new ArrayList<>(contestants);
        if (turn % 2 == 1) {
            Collections.reverse(order);
        }
        return order;
    }

    private void run(Contestant contestant, Path export, Path keys)
            throws IOException, InterruptedException, SQLException {
        Path output = FOLDER.resolve(contestant.name());
        Path log = FOLDER.resolve(contestant.name() + ".log");
        FileUtils.deleteDirectory(output.toFile());
        if (contestant != Contestant.PYTHON) {
            Files.createDirectories(output);
        }
        Measured run = Measured.run(contestant.command(export, keys, output), log);
        measured.computeIfAbsent(contestant, c -> new ArrayList<>()).add(run);
        if (!digests.containsKey(contestant)) {
            digests.put(contestant, Agreement.digest(contestant, output, log));
        }
        FileUtils.deleteDirectory(output.toFile());
    }

    private String table(long records) throws IOException {
        Contestant first = contestants.get(0);
        StringBuilder table = new StringBuilder();
        table.append("%s of JSON Lines, %,d records; %s; %d rounds, median (smallest to largest)%n%n"
                .formatted(size, records, machine(), pairs));
        table.append("| | CPU s | wall s | peak MB | CPU of %s / its CPU |%n|---|---|---|---|---|%n".formatted(first.title()));
        for (Contestant contestant : contestants) {
            List<Measured> runs = measured.get(contestant);
            List<Double> ratios = new ArrayList<>();
            for (int turn = 0; turn < pairs; turn++) {
                ratios.add(measured.get(first).get(turn).cpuSeconds() / runs.get(turn).cpuSeconds());
            }
            table.append("| %s | %s | %s | %.0f | %s |%n"
                    .formatted(
                            contestant.title(),
                            Spread.of(runs.stream().map(Measured::cpuSeconds).toList()).text(1),
                            Spread.of(runs.stream().map(Measured::wallSeconds).toList()).text(1),
                            runs.stream()
                                    .mapToDouble(Measured::peakMegabytes)
                                    .max()
                                    .orElse(0),
                            contestant == first ? "1" : Spread.of(ratios).text(2)));
        }
        return table.toString();
    }

    private int disagreements(long records) {
        String all = "" + records;
        if (digests.containsKey(Contestant.OURS) && !digests.get(Contestant.OURS).equals(all)) {
            System.err.println("The daily job read " + digests.get(Contestant.OURS) + " of " + all + " records.");
            return 1;
        }
        List<String> others = digests.entrySet().stream()
                .filter(entry -> entry.getKey() != Contestant.OURS)
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        if (others.size() > 1) {
            System.err.println("They do not agree, so the ratios compare different work: " + digests);
            return 1;
        }
        System.out.println("All of them read every record; the outputs that can be compared are the same.");
        return 0;
    }

    private static String machine() throws IOException {
        Path cpus = Path.of("/proc/cpuinfo");
        String model = System.getProperty("os.arch");
        if (Files.exists(cpus)) {
            try (Stream<String> lines = Files.lines(cpus)) {
                model = lines.filter(line -> line.startsWith("model name"))
                        .findFirst()
                        .map(line -> line.substring(line.indexOf(':') + 2))
                        .orElse(model);
            }
        }
        return Runtime.getRuntime().availableProcessors() + " cores of " + model;
    }

    /** Median and range of a few figures. */
    private record Spread(List<Double> sorted) {

        static Spread of(List<Double> figures) {
            return new Spread(figures.stream().sorted(Comparator.naturalOrder()).toList());
        }

        String text(int digits) {
            String number = "%." + digits + "f";
            double median = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
            return (number + " (" + number + " to " + number + ")")
                    .formatted(median, sorted.get(0), sorted.get(sorted.size() - 1));
        }
    }
}
