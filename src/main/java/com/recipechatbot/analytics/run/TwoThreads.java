package com.recipechatbot.analytics.run;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs queries that do not need each other two at a time: planning, most of a small one, keeps only one core busy. */
final class TwoThreads {

    private final List<? extends Runnable> tasks;
    private final AtomicInteger next = new AtomicInteger();

    private TwoThreads(List<? extends Runnable> tasks) {
        this.tasks = tasks;
    }

    /** Ends when all have ended; after a failure, which it throws, no more are started. */
    static void run(List<? extends Runnable> tasks) {
        new TwoThreads(tasks).run();
    }

    private void run() {
        FutureTask<Void> other = new FutureTask<>(this::work, null);
        // Of its own, so that it inherits the session and the name of the step.
        Thread thread = new Thread(other, "second-planner");
        thread.setDaemon(true);
        thread.start();
        Throwable failure = null;
        try {
            work();
        } catch (Throwable e) {
            // Spark throws checked exceptions that it does not declare.
            failure = e;
        }
        Throwable second = failureOf(other);
        if (failure == null) {
            failure = second;
        } else if (second != null) {
            failure.addSuppressed(second);
        }
        if (failure != null) {
            TwoThreads.<RuntimeException>throwUndeclared(failure);
        }
    }

    /** Waits even when interrupted: the caller must not continue while the other thread may still be writing. */
    private static Throwable failureOf(FutureTask<Void> other) {
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    other.get();
                    return null;
                } catch (ExecutionException e) {
                    return e.getCause();
                } catch (InterruptedException e) {
                    wasInterrupted = true;
                }
            }
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwUndeclared(Throwable failure) throws T {
        throw (T) failure;
    }

    private void work() {
        try {
            for (int task = next.getAndIncrement(); task < tasks.size(); task = next.getAndIncrement()) {
                tasks.get(task).run();
            }
        } finally {
            // No more after a failure; without one, there are none.
            next.set(tasks.size());
        }
    }
}
