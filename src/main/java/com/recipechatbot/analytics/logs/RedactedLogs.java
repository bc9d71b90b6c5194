package com.recipechatbot.analytics.logs;

import com.recipechatbot.analytics.UsageException;
import java.beans.PropertyChangeListener;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.rewrite.RewriteAppender;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;

/**
 * Puts {@link LogRedaction} before every appender of log4j, whatever configuration is in force: ours, or that of the
 * platform, which starts to log before it knows our classes.
 */
public final class RedactedLogs {

    private static final String PREFIX = "redacted-";

    /** Another configuration may be loaded while the job runs. */
    private static final PropertyChangeListener INSTALL_AGAIN = change -> {
        if (LoggerContext.PROPERTY_CONFIG.equals(change.getPropertyName())) {
            install();
        }
    };

    private RedactedLogs() {}

    /**
     * From here on no event reaches an appender without redaction. Doing it again changes nothing.
     *
     * @throws UsageException when the logs go elsewhere than through log4j 2, so that they cannot be redacted
     */
    public static synchronized void install() {
        // The loader of log4j: one context serves Spark and, below it, the jar of the job.
        if (!(LogManager.getContext(LogManager.class.getClassLoader(), false) instanceof LoggerContext context)) {
            throw new UsageException(
                    "Cannot redact the logs: they do not go through log4j 2. Run on a Spark that logs with it, as its releases do.");
        }
        if (redact(context.getConfiguration())) {
            context.updateLoggers();
            context.removePropertyChangeListener(INSTALL_AGAIN);
            context.addPropertyChangeListener(INSTALL_AGAIN);
        }
    }

    private static boolean redact(Configuration configuration) {
        Map<String, Appender> redacted = new HashMap<>();
        for (LoggerConfig logger : configuration.getLoggers().values()) {
            Map<String, Appender> direct = Map.copyOf(logger.getAppenders());
            direct.forEach((name, appender) -> {
                if (!name.startsWith(PREFIX)) {
                    Optional<AppenderRef> reference = logger.getAppenderRefs().stream()
                            .filter(referred -> referred.getRef().equals(name))
                            .findFirst();
                    logger.removeAppender(name);
                    logger.addAppender(
                            redacted.computeIfAbsent(name, missing -> redacting(configuration, appender)),
                            reference.map(AppenderRef::getLevel).orElse(null),
                            reference.map(AppenderRef::getFilter).orElse(null));
                }
            });
        }
        return !redacted.isEmpty();
    }

    private static Appender redacting(Configuration configuration, Appender appender) {
        // One that a program added to a logger is not known by name.
        configuration.addAppender(appender);
        AppenderRef[] target = {AppenderRef.createAppenderRef(appender.getName(), null, null)};
        Appender redacting = RewriteAppender.createAppender(
                PREFIX + appender.getName(), "true", target, configuration, new LogRedaction(), null);
        redacting.start();
        configuration.addAppender(redacting);
        return redacting;
    }
}
