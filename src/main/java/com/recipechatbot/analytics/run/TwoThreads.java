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
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        try {
            other.get();
        } catch (ExecutionException e) {
            failure = failure == null ? e.getCause() : failure;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while computing tables.", e);
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
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
