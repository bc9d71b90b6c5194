package com.recipechatbot.analytics;

import com.recipechatbot.analytics.command.RootCommand;

/** The entry point of every job and tool, for {@code jobs/run} and for spark-submit: the first argument is its name. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(RootCommand.runToEnd(arguments));
    }
}
