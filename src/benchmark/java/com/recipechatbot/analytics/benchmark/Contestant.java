package com.recipechatbot.analytics.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What takes part: the command line of each, as a whole process from shell to exit. */
enum Contestant {
    OURS("jobs/run daily-metrics"),
    BUILT_INS("Spark SQL built-ins"),
    UDFS("Java UDFs with regexes"),
    DUCKDB("DuckDB, files"),
    DUCKDB_MEMORY("DuckDB, a table between"),
    PYTHON("Python, one process");

    private final String title;

    Contestant(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** @param output a folder that is empty or not there */
    List<String> command(Path export, Path keys, Path output) {
        String files = BenchmarkDay.day(export) + "/*.json";
        return switch (this) {
            case OURS ->
                List.of(
                        "jobs/run",
                        "daily-metrics",
                        "--input=" + export,
                        "--lake=" + output.resolve("lake"),
                        "--keys=" + keys,
                        "--day=" + BenchmarkDay.DAY,
                        "--min-users=1");
            case BUILT_INS -> java(SparkContestant.class, "built-ins", files, output);
            case UDFS -> java(SparkContestant.class, "udfs", files, output);
            case DUCKDB -> java(DuckDbContestant.class, "files", files, output);
            case DUCKDB_MEMORY -> java(DuckDbContestant.class, "memory", files, output);
            case PYTHON -> List.of("python3", "src/benchmark/python/original.py", files, output.toString());
        };
    }

    /** With the heap, collector and module flags that jobs/run gives our job. */
    private static List<String> java(Class<?> main, String form, String files, Path output) {
        List<String> command = new ArrayList<>(List.of("java", "-Xmx" + heap(), "-XX:+UseSerialGC"));
        command.addAll(ModuleFlags.ofThisProcess());
        command.addAll(List.of(
                "-Dlog4j2.configurationFile=jobs/log4j2.properties",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                form,
                files,
                output.toString()));
        return command;
    }

    private static String heap() {
        String heap = System.getenv("JAVA_HEAP");
        return heap == null ? "2g" : heap;
    }
}
