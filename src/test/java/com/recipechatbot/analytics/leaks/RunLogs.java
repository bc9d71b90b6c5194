package com.recipechatbot.analytics.leaks;

import com.recipechatbot.analytics.logs.RedactedLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.properties.PropertiesConfigurationFactory;

/** Writes what is logged to {@code run.log} in a folder, redacted as in a job, until it is closed. */
final class RunLogs {

    private final LoggerContext context;
    private final Configuration before;

    private RunLogs(LoggerContext context) {
        this.context = context;
        this.before = context.getConfiguration();
    }

    static RunLogs at(String level, Path folder) throws IOException {
        RedactedLogs.install();
        RunLogs logs = new RunLogs((LoggerContext) LogManager.getContext(LogManager.class.getClassLoader(), false));
        Path settings = Files.createDirectories(folder).resolveSibling("log.properties");
        Files.writeString(settings, """
                rootLogger.level = %s
                rootLogger.appenderRef.file.ref = file
                # Each value of each row that is written: the scan reads them in the files.
                logger.values.name = org.apache.parquet.io
                logger.values.level = info
                appender.file.type = File
                appender.file.name = file
                appender.file.fileName = %s
                appender.file.bufferedIo = true
                appender.file.layout.type = PatternLayout
                appender.file.layout.pattern = %%d %%p %%c %%X %%m%%n%%throwable
                """.formatted(level, folder.resolve("run.log")));
        logs.context.setConfiguration(new PropertiesConfigurationFactory()
                .getConfiguration(
                        logs.context, new ConfigurationSource(Files.newInputStream(settings), settings.toFile())));
        return logs;
    }

    void close() {
        context.setConfiguration(before);
    }
}
