package com.recipechatbot.analytics.command;

import java.util.function.Supplier;

/** What a run says when a scheduler or Ctrl-C stops it before its end. */
final class LastWords {

    private final Thread hook;

    private LastWords(Thread hook) {
        this.hook = hook;
    }

    /** From now on, the process says this on standard error when it is stopped. */
    static LastWords of(Supplier<String> words) {
        Thread hook = new Thread(() -> System.err.println(words.get()), "last words");
        Runtime.getRuntime().addShutdownHook(hook);
        return new LastWords(hook);
    }

    /** @return false when it is too late: the process is ending, and has said them */
    boolean takeBack() {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Whether the process is ending, which Java reveals only by refusing a hook. */
    static boolean areSpoken() {
        try {
            of(() -> "").takeBack();
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
