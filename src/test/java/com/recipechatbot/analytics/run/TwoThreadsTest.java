package com.recipechatbot.analytics.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoThreadsTest {

    @Test
    void eachTaskRunsOnce() {
        List<AtomicInteger> counts =
                IntStream.range(0, 100).mapToObj(i -> new AtomicInteger()).toList();

        TwoThreads.run(
                counts.stream().<Runnable>map(count -> count::incrementAndGet).toList());

        assertThat(counts).allMatch(count -> count.get() == 1);
    }

    @Test
    void twoRunAtATime() {
        CyclicBarrier both = new CyclicBarrier(2);
        Set<String> threads = ConcurrentHashMap.newKeySet();
        Runnable task = () -> {
            threads.add(Thread.currentThread().getName());
            meet(both);
        };

        TwoThreads.run(List.of(task, task));

        assertThat(threads).hasSize(2);
    }

    @Test
    void aFailureIsThrownWhenBothHaveEndedAndStartsNoMore() {
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger ended = new AtomicInteger();
        Runnable fails = () -> {
            meet(both);
            throw new IllegalArgumentException("broken");
        };
        Runnable ends = () -> {
            meet(both);
            ended.incrementAndGet();
        };

        assertThatThrownBy(() -> TwoThreads.run(List.of(fails, ends)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("broken");
        assertThat(ended).hasValue(1);

        AtomicInteger later = new AtomicInteger();
        Runnable breaks = () -> {
            throw new IllegalArgumentException("broken");
        };
        assertThatThrownBy(
                        () -> TwoThreads.run(List.of(breaks, breaks, later::incrementAndGet, later::incrementAndGet)))
                .hasMessage("broken");
        assertThat(later).hasValue(0);
    }

    /** Spark throws checked exceptions without declaring them. The caller must get the original, from either thread. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anUndeclaredFailureOfEitherThreadIsThrownWhenBothHaveEnded(boolean fromTheSecond) {
        SparkException broken = new SparkException("broken");
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger ended = new AtomicInteger();
        Runnable task = () -> {
            boolean isSecond = Thread.currentThread().getName().equals("second-planner");
            meet(both);
            if (isSecond == fromTheSecond) {
                TwoThreadsTest.<RuntimeException>fail(broken);
            }
            pause();
            ended.incrementAndGet();
        };

        assertThatThrownBy(() -> TwoThreads.run(List.of(task, task))).isSameAs(broken);
        assertThat(ended).hasValue(1);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void fail(Throwable failure) throws T {
        throw (T) failure;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
