package com.recipechatbot.analytics.command;

import java.util.function.Supplier;

/** What a run says when it is told to stop, by a scheduler or by Ctrl-C, before its end. */
final class LastWords {

    private final Thread hook;

    private LastWords(Thread hook) {
        this.hook = hook;
    }

    /** Lets the process say this on standard error when it is stopped from now on. */
    static LastWords of(Supplier<String> words) {
        Thread hook = new Thread(() -> System.err.println(words.get()), "last words");
        Runtime.getRuntime().addShutdownHook(hook);
        return new LastWords(hook);
    }

    /** @return false when it is too late: the process ends, and they are said */
    boolean takeBack() {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Whether the process is ending. Java tells it only to whoever asks for a hook. */
    static boolean areSpoken() {
        try {
            of(() -> "").takeBack();
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
