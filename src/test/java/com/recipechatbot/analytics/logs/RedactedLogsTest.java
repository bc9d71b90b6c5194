package com.recipechatbot.analytics.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.properties.PropertiesConfigurationFactory;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.StringMapMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing personal reaches a log file, however it is said. */
class RedactedLogsTest {

    private static final Logger LOGGER = LogManager.getLogger("planted");

    @TempDir
    private Path folder;

    private LoggerContext context;
    private org.apache.logging.log4j.core.config.Configuration before;

    @BeforeEach
    void logToAFile() throws IOException {
        context = (LoggerContext) LogManager.getContext(LogManager.class.getClassLoader(), false);
        before = context.getConfiguration();
        RedactedLogs.install();
        // A configuration that is loaded later is redacted as well.
        configure("file");
    }

    @AfterEach
    void asBefore() {
        context.setConfiguration(before);
    }

    private void configure(String name) throws IOException {
        Path settings = folder.resolve(name + ".properties");
        Files.writeString(settings, """
                rootLogger.level = debug
                rootLogger.appenderRef.file.ref = file
                appender.file.type = File
                appender.file.name = file
                appender.file.fileName = %s
                appender.file.layout.type = PatternLayout
                appender.file.layout.pattern = %%p %%X{who} %%m%%n%%throwable
                """.formatted(folder.resolve(name + ".log")));
        context.setConfiguration(new PropertiesConfigurationFactory()
                .getConfiguration(context, new ConfigurationSource(Files.newInputStream(settings), settings.toFile())));
    }

    @Test
    void aCleanMessageStaysAsItIs() throws IOException {
        LOGGER.info("read {} rows of day=2025-01-15", 1_000);

        assertThat(logged()).isEqualTo("INFO  read 1000 rows of day=2025-01-15\n");
    }

    @Test
    void messagesOfEveryKindAreRedacted() throws IOException {
        LOGGER.info("plain jane.roe@example.com");
        LOGGER.debug("parameter {}", "jane.roe@example.com");
        LOGGER.warn(new StringMapMessage(Map.of("user", "jane.roe@example.com")));
        LOGGER.error("path file:/in/jane.roe%40example.com/call%20+1%20415%20555%200132.json");

        assertThat(logged()).isEqualTo("""
                INFO  plain [EMAIL]
                DEBUG  parameter [EMAIL]
                WARN  user="[EMAIL]"
                ERROR  path file:/in/[EMAIL]/call [PHONE].json
                """);
    }

    @Test
    void theContextIsRedacted() throws IOException {
        ThreadContext.put("who", "jane.roe@example.com");
        LOGGER.info("Hello");
        ThreadContext.remove("who");

        assertThat(logged()).isEqualTo("INFO [EMAIL] Hello\n");
    }

    @Test
    void throwablesAreRedactedWithAllTheyWereMadeFrom() throws IOException {
        Exception cause = new IllegalArgumentException("bad id jane.roe@example.com");
        Exception failure = new IllegalStateException("failed for +1 415 555 0132", cause);
        failure.addSuppressed(new IOException("and 4111 1111 1111 1111"));
        // A circle, as some drivers make it.
        cause.addSuppressed(failure);

        LOGGER.error("task failed", failure);

        assertThat(logged())
                .contains("java.lang.IllegalStateException: failed for [PHONE]")
                .contains("Caused by: java.lang.IllegalArgumentException: bad id [EMAIL]")
                .contains("Suppressed: java.io.IOException: and [CARD]")
                .contains("at com.recipechatbot.analytics.logs.RedactedLogsTest")
                .doesNotContain("jane", "4155550132", "555 0132", "1111");
    }

    @Test
    void aCleanThrowableStaysAsItIs() throws IOException {
        LOGGER.error("task failed", new IllegalStateException("no space left"));

        assertThat(logged())
                .contains("java.lang.IllegalStateException: no space left")
                .doesNotContain("RedactedThrowable");
    }

    @Test
    void whatCannotBeCheckedIsWithheld() throws IOException {
        LOGGER.info(new Unsayable());
        LOGGER.error("task failed", new Exception() {
            @Override
            public String getMessage() {
                throw new IllegalStateException("jane.roe@example.com");
            }
        });

        assertThat(logged()).isEqualTo("INFO  " + LogRedaction.WITHHELD + "\nERROR  " + LogRedaction.WITHHELD + "\n");
    }

    @Test
    void installingAgainChangesNothing() throws IOException {
        RedactedLogs.install();
        RedactedLogs.install();
        LOGGER.info("plain jane.roe@example.com");

        assertThat(logged()).isEqualTo("INFO  plain [EMAIL]\n");
    }

    private String logged() throws IOException {
        return Files.readString(folder.resolve("file.log"));
    }

    private static final class Unsayable implements Message {
        private static final long serialVersionUID = 1;

        @Override
        public String getFormattedMessage() {
            throw new IllegalStateException("jane.roe@example.com");
        }

        @Override
        public Object[] getParameters() {
            return new Object[0];
        }

        @Override
        public Throwable getThrowable() {
            return null;
        }
    }
}
