package com.recipechatbot.analytics.deploy;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.tables.TableContract;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A job as its file {@code jobs/<name>.conf} describes it: the one place that says how it is started, wherever it runs.
 *
 * @param cron when it is scheduled, as EventBridge writes it, or empty when a person starts it
 * @param arguments with references to the stack, such as <code>${Bucket}</code>
 * @param settings of Spark, in the file's order
 */
public record JobDefinition(
        String name, Optional<String> cron, String mainClass, List<String> arguments, Map<String, String> settings) {

    static final List<String> NAMES =
            List.of("daily-metrics", "weekly-metrics", "monthly-metrics", "expire", "export", "backfill");

    private static final String ARGUMENTS = "Arguments on EMR Serverless";

    /** @throws UsageException when there is no such job on EMR Serverless */
    public static JobDefinition named(String name) {
        if (!NAMES.contains(name)) {
            throw new UsageException("Cannot submit '%s': it does not run on EMR Serverless. There are: %s."
                    .formatted(name, String.join(", ", NAMES)));
        }
        String file = TableContract.resource("/jobs/" + name + ".conf");
        return new JobDefinition(
                name,
                header(file, "Cron"),
                header(file, "Class").orElseGet(() -> "com.recipechatbot.analytics.command." + className(name)),
                List.of(header(file, ARGUMENTS).orElseThrow().split(" ")),
                settings(file));
    }

    /** What {@code emr/spark.conf} adds; an empty value takes a setting away. */
    static Map<String, String> settingsOfEmr() {
        return settings(TableContract.resource("/jobs/spark.conf"));
    }

    /** {@code daily-metrics} is {@code DailyMetricsJob}. */
    private static String className(String name) {
        return Arrays.stream(name.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("", "", "Job"));
    }

    private static Optional<String> header(String file, String name) {
        Matcher line = Pattern.compile("(?m)^# " + name + ": +(.*)$").matcher(file);
        return line.find() ? Optional.of(line.group(1).strip()) : Optional.empty();
    }

    private static Map<String, String> settings(String file) {
        Map<String, String> settings = new LinkedHashMap<>();
        file.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            List<String> parts = Stream.of(line.strip().split("\\s+", 2)).toList();
            settings.put(parts.get(0), parts.size() == 1 ? "" : parts.get(1));
        });
        return settings;
    }
}
