package com.recipechatbot.analytics.lake;

import com.recipechatbot.analytics.ChildJvm;
import io.delta.storage.LogStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Two processes that write the same versions of a table's log at the same moments, one version per time slot. Without
 * the slots, a log store that lets both win would look fine: the one that is a millisecond later would see the other's
 * file.
 */
final class CommitRace {

    static final int VERSIONS = 60;
    private static final long SLOT_MILLIS = 60;
    private static final String READY = "ready";

    private CommitRace() {}

    /**
     * Starts two writers and waits for them.
     *
     * @param settings Hadoop's settings
     * @return for each of the two, the versions that it believes it has written
     */
    static List<List<Integer>> run(Class<? extends LogStore> store, String log, Configuration settings)
            throws IOException {
        List<Process> writers = new ArrayList<>();
        try {
            List<BufferedReader> said = new ArrayList<>();
            for (String name : List.of("one", "two")) {
                List<String> command = new ArrayList<>();
                settings.iterator()
                        .forEachRemaining(setting -> command.add("-D" + setting.getKey() + "=" + setting.getValue()));
                command.addAll(List.of(CommitRace.class.getName(), store.getName(), log, name));
                Process writer = ChildJvm.of(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                writers.add(writer);
                said.add(writer.inputReader(StandardCharsets.UTF_8));
            }
            for (BufferedReader out : said) {
                expect(READY, out.readLine());
            }
            byte[] start = (System.currentTimeMillis() + 500 + "\n").getBytes(StandardCharsets.UTF_8);
            for (Process writer : writers) {
                writer.getOutputStream().write(start);
                writer.getOutputStream().flush();
            }
            return said.stream()
                    .map(out -> out.lines().map(Integer::valueOf).toList())
                    .toList();
        } finally {
            writers.forEach(Process::destroyForcibly);
        }
    }

    private static void expect(String expected, String actual) throws IOException {
        if (!expected.equals(actual)) {
            throw new IOException("Cannot race: a writer said " + actual + " instead of " + expected + ".");
        }
    }

    /** One of the writers, with the arguments {@code store log name}; prints the versions that it won. */
    public static void main(String[] arguments) throws Exception {
        Configuration hadoop = new Configuration();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("fs."))
                .forEach(name -> hadoop.set(name, System.getProperty(name)));
        LogStore store = Class.forName(arguments[0])
                .asSubclass(LogStore.class)
                .getConstructor(Configuration.class)
                .newInstance(hadoop);
        String name = arguments[2];
        // The first write loads classes and opens connections.
        isWon(store, new Path(arguments[1], "warm-" + name), name, hadoop);
        System.out.println(READY);
        long start =
                Long.parseLong(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine());
        IntStream.range(0, VERSIONS)
                .filter(version -> {
                    awaitMillis(start + version * SLOT_MILLIS);
                    return isWon(store, commit(arguments[1], version), name, hadoop);
                })
                .forEach(System.out::println);
    }

    static Path commit(String log, int version) {
        return new Path(log, "%020d.json".formatted(version));
    }

    private static void awaitMillis(long moment) {
        while (System.currentTimeMillis() < moment) {
            Thread.onSpinWait();
        }
    }

    private static boolean isWon(LogStore store, Path file, String content, Configuration hadoop) {
        try {
            store.write(file, List.of(content).iterator(), false, hadoop);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
