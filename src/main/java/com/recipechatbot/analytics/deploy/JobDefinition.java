package com.recipechatbot.analytics.deploy;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.tables.TableContract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A job as its file {@code jobs/<name>.conf} describes it: the one place that says how it is started, wherever it runs.
 *
 * @param cron when it is scheduled, as EventBridge writes it, or empty when a person starts it
 * @param timeoutMinutes after which EMR Serverless ends it
 * @param arguments its name and options, with references to the stack, such as <code>${Bucket}</code>
 * @param settings of Spark on EMR Serverless
 */
public record JobDefinition(
        String name, Optional<String> cron, int timeoutMinutes, List<String> arguments, Map<String, String> settings) {

    static final String MAIN_CLASS = "com.recipechatbot.analytics.Main";

    public static final List<String> NAMES =
            List.of("daily-metrics", "weekly-metrics", "monthly-metrics", "expire", "export", "backfill");

    /** @throws UsageException when there is no such job on EMR Serverless */
    public static JobDefinition named(String name) {
        if (!NAMES.contains(name)) {
            throw new UsageException("Cannot submit '%s': it does not run on EMR Serverless. Choose one of: %s."
                    .formatted(name, String.join(", ", NAMES)));
        }
        Map<String, String> file = read((name.equals("export") ? "/emr/" : "/jobs/") + name + ".conf");
        return new JobDefinition(
                name,
                Optional.ofNullable(file.get("cron")),
                Integer.parseInt(file.get("timeout")),
                Stream.concat(Stream.of(name), Stream.of(file.get("arguments").split(" ")))
                        .toList(),
                settings(file));
    }

    /** What {@code emr/spark.conf} adds; an empty value takes a setting away. */
    static Map<String, String> settingsOfEmr() {
        return read("/emr/spark.conf");
    }

    private static Map<String, String> settings(Map<String, String> file) {
        Map<String, String> ofEmr = settingsOfEmr();
        Map<String, String> settings = new LinkedHashMap<>(ofEmr);
        settings.putAll(read("/jobs/spark.properties"));
        settings.keySet().removeIf(name -> ofEmr.getOrDefault(name, "-").isEmpty());
        file.forEach((name, value) -> {
            if (name.startsWith("spark.")) {
                settings.put(name, value);
            }
        });
        return settings;
    }

    private static Map<String, String> read(String resource) {
        Map<String, String> values = new LinkedHashMap<>();
        TableContract.resource(resource)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    String[] parts = line.strip().split("\\s+(?:=\\s+)?", 2);
                    values.put(parts[0], parts.length == 1 ? "" : parts[1]);
                });
        return values;
    }
}
