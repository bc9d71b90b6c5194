package com.recipechatbot.analytics.serving.athena;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Trino, which Athena's engine version 3 is built on, in a separate process, with the catalogs {@code hive} and
 * {@code delta}, which store their tables in files and read the data on S3.
 */
final class TrinoServer implements AutoCloseable {

    private static final int OLDEST_JAVA = 24;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Path LOG = Path.of("target/trino.log");

    private final Process process;
    private final int port;

    private TrinoServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The Java given by {@code -Dtrino.java.home}, or one on this machine that is new enough. */
    static Optional<Path> java() throws IOException {
        String named = System.getProperty("trino.java.home");
        if (named != null) {
            return Optional.of(Path.of(named, "bin", "java"));
        }
        Path installed = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(installed)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(installed)) {
            return homes.filter(home -> version(home) >= OLDEST_JAVA)
                    .map(home -> home.resolve("bin/java"))
                    .findFirst();
        }
    }

    /** @param home the folder of the distribution, as unpacked by the profile {@code athena} */
    static TrinoServer start(Path java, Path home, Path folder, URI s3) throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        // Only two of its fifty plugins are needed.
        Path plugins = Files.createDirectories(folder.resolve("plugin"));
        for (String plugin : List.of("hive", "delta-lake")) {
            Files.createSymbolicLink(
                    plugins.resolve(plugin),
                    home.resolve("plugin").resolve(plugin).toAbsolutePath());
        }
        Path etc = Files.createDirectories(folder.resolve("etc/catalog")).getParent();
        Files.writeString(etc.resolve("config.properties"), """
                node.environment=check
                node.id=one
                coordinator=true
                node-scheduler.include-coordinator=true
                http-server.http.port=%d
                discovery.uri=http://127.0.0.1:%d
                """.formatted(port, port));
        String files = """
                hive.metastore=file
                hive.metastore.catalog.dir=local:///metastore
                fs.native-local.enabled=true
                local.location=%s
                fs.native-s3.enabled=true
                s3.endpoint=%s
                s3.region=us-east-1
                s3.path-style-access=true
                s3.aws-access-key=none
                s3.aws-secret-key=none
                """.formatted(folder, s3);
        Files.writeString(
                etc.resolve("catalog/hive.properties"),
                "connector.name=hive\nhive.partition-projection-enabled=true\n" + files);
        Files.writeString(
                etc.resolve("catalog/delta.properties"),
                "connector.name=delta_lake\ndelta.register-table-procedure.enabled=true\n" + files);
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-Xmx1500m",
                        "-XX:+UseSerialGC",
                        "-Duser.timezone=UTC",
                        "--add-modules=jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dconfig=etc/config.properties",
                        "-Dplugin.dir=plugin",
                        "-cp",
                        home.toAbsolutePath().resolve("lib") + "/*",
                        "io.trino.server.TrinoServer")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File(LOG.toString()))
                .start();
        TrinoServer server = new TrinoServer(process, port);
        server.awaitStart();
        return server;
    }

    /** @param source the name under which Trino records the queries of this connection */
    Connection connect(String catalog, String source) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "check");
        properties.setProperty("source", source);
        return DriverManager.getConnection("jdbc:trino://127.0.0.1:%d/%s/chat".formatted(port, catalog), properties);
    }

    @Override
    public void close() {
        process.destroy();
        // It still writes to the folder that the test deletes next.
        process.onExit().join();
    }

    private void awaitStart() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!answers()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                process.destroy();
                throw new IOException("Cannot start Trino: see " + LOG + ".");
            }
            Thread.sleep(1000);
        }
    }

    private boolean answers() {
        try (Connection connection = connect("delta", "start");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT 1")) {
            return result.next();
        } catch (SQLException e) {
            // Not ready yet: connections are refused until it listens and has discovered itself.
            return false;
        }
    }

    /** The feature version of the Java installed there; 0 if there is none. */
    private static int version(Path home) {
        try {
            Matcher version =
                    Pattern.compile("JAVA_VERSION=\"(\\d+)").matcher(Files.readString(home.resolve("release")));
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException e) {
            // Not a Java installation: there are other folders too.
            return 0;
        }
    }
}
