package com.recipechatbot.analytics.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One folder {@code metrics/<table>/<case>}: an export, and in {@code expected.csv} the rows that the table must hold for
 * it. Its {@code #} lines derive them in words; those of the form {@code # zone: Europe/Berlin} are {@link #SETTINGS}.
 *
 * @param columns SQL over the columns of the table, mostly just their names
 */
record MetricCase(Path folder, Map<String, String> settings, List<String> columns, List<String> rows) {

    static final Path FOLDER = Path.of("src/test/resources/metrics");

    /**
     * zone, min_users and tools are the options of the jobs; empty_days are day folders without records; unfinished_days are
     * those that the exporter has not declared done. Days are separated by a space.
     */
    private static final Set<String> SETTINGS = Set.of("zone", "min_users", "tools", "empty_days", "unfinished_days");

    private static final Pattern SETTING = Pattern.compile("# ([a-z_]+): (.+)");

    /** All cases of a table, none when there is no folder for it. */
    static List<MetricCase> of(String table) {
        Path cases = FOLDER.resolve(table);
        return Files.isDirectory(cases)
                ? children(cases).stream().map(MetricCase::read).toList()
                : List.of();
    }

    /** The names of the tables that have cases. */
    static List<String> tables() {
        return children(FOLDER).stream()
                .map(table -> table.getFileName().toString())
                .toList();
    }

    static MetricCase read(Path folder) {
        Map<String, String> settings = new LinkedHashMap<>();
        List<String> data = new ArrayList<>();
        for (String line : lines(folder.resolve("expected.csv"))) {
            Matcher setting = SETTING.matcher(line);
            if (setting.matches()) {
                settings.put(setting.group(1), setting.group(2));
            } else if (!line.startsWith("#")) {
                data.add(line);
            }
        }
        if (data.isEmpty() || !SETTINGS.containsAll(settings.keySet())) {
            throw new IllegalStateException("Cannot read %s/expected.csv: it needs a header and only settings of %s."
                    .formatted(folder, SETTINGS));
        }
        return new MetricCase(
                folder, settings, Arrays.asList(data.get(0).split(",")), List.copyOf(data.subList(1, data.size())));
    }

    String table() {
        return folder.getParent().getFileName().toString();
    }

    boolean isOfPeriods() {
        return table().startsWith("weekly_") || table().startsWith("monthly_") || table().equals("daily_retention");
    }

    String zone() {
        return settings.getOrDefault("zone", "UTC");
    }

    int minUsers() {
        return Integer.parseInt(settings.getOrDefault("min_users", "5"));
    }

    List<String> tools() {
        return settings.containsKey("tools") ? List.of(settings.get("tools").split(",")) : List.of();
    }

    SortedSet<LocalDate> days(String setting) {
        return Stream.of(settings.getOrDefault(setting, "").split(" "))
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The records, in the order in which they are exported. */
    List<String> messages() {
        return lines(folder.resolve("messages.ndjson"));
    }

    /** What an earlier run had read in place of the messages, when the case is about running again. */
    List<String> earlierMessages() {
        Path earlier = folder.resolve("earlier.ndjson");
        return Files.exists(earlier) ? lines(earlier) : List.of();
    }

    @Override
    public String toString() {
        return table() + "/" + folder.getFileName();
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
