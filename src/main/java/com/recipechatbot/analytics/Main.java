package com.recipechatbot.analytics;

import com.recipechatbot.analytics.command.RootCommand;
import java.util.Locale;

/** The entry point of every job and tool, for {@code jobs/run} and for spark-submit: the first argument is its name. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        // Numbers are written alike everywhere: programs read them, and SQL knows no decimal comma.
        Locale.setDefault(Locale.ROOT);
        System.exit(RootCommand.runToEnd(arguments));
    }
}
