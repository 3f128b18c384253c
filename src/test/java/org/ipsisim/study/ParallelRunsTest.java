package org.ipsisim.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelRunsTest {
    private static ParallelRuns on(int threads) {
        return new ParallelRuns(threads, new Stop(), Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void results_come_in_the_order_of_their_numbers(int threads) {
        ParallelRuns.Done<Integer> done = on(threads).run("running", 1000, number -> {
            Thread.onSpinWait();
            return number * number;
        });
        assertThat(done.isWhole()).isTrue();
        assertThat(done.results())
                .isEqualTo(IntStream.range(0, 1000).map(n -> n * n).boxed().toList());
    }

    @Test
    void as_many_threads_work_as_there_are_pieces_or_threads() {
        CountDownLatch together = new CountDownLatch(3);
        Set<String> names = ConcurrentHashMap.newKeySet();
        on(8).run("running", 3, number -> {
            names.add(Thread.currentThread().getName());
            together.countDown();
            return await(together);
        });
        assertThat(names).containsExactlyInAnyOrder("runs-1", "runs-2", "runs-3");
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nothing_to_do_is_done() {
        assertThat(on(4).run("running", 0, number -> number)).isEqualTo(new ParallelRuns.Done<>(List.of(), 0));
    }

    @Test
    void progress_counts_every_piece_once() {
        List<Integer> told = Collections.synchronizedList(new ArrayList<>());
        new ParallelRuns(4, new Stop(), (what, done, of) -> told.add(done)).run("running", 100, number -> number);
        assertThat(told).isEqualTo(IntStream.rangeClosed(1, 100).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void what_is_stopped_has_done_the_first_pieces_without_a_gap(int threads) {
        Stop stop = new Stop();
        ParallelRuns runs = new ParallelRuns(threads, stop, (what, done, of) -> {
            if (done == 10) {
                stop.request();
            }
        });
        ParallelRuns.Done<Integer> done = runs.run("running", 1000, number -> number);
        assertThat(done.isWhole()).isFalse();
        assertThat(runs.isStopped()).isTrue();
        assertThat(done.of()).isEqualTo(1000);
        assertThat(done.results()).hasSizeBetween(10, 10 + threads);
        assertThat(done.results())
                .isEqualTo(IntStream.range(0, done.results().size()).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void of_several_failures_that_of_the_lowest_number_is_told(int threads) {
        assertThatThrownBy(() -> on(threads).run("running", 100, number -> {
                    if (number >= 7) {
                        throw new IllegalStateException("number " + number);
                    }
                    return number;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("number 7");
        assertThatThrownBy(() -> on(threads).run("running", 3, number -> {
                    throw new AssertionError("error " + number);
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("error 0");
    }

    @Test
    void there_is_at_least_one_thread() {
        assertThatThrownBy(() -> on(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
