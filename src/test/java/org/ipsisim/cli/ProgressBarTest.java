package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong clock = new AtomicLong(42);
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private ProgressBar bar(boolean terminal, Charset charset) {
        Look look = new Look(false, false, 80, charset, charset, false, terminal, false);
        Terminal streams = new Terminal(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), err, look);
        return ProgressBar.on(streams, clock::get);
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void says_how_much_is_done_and_how_long_the_rest_will_take() {
        ProgressBar bar = bar(true, StandardCharsets.UTF_8);
        bar.at("running", 0, 40);
        clock.addAndGet(10 * SECOND);
        bar.at("running", 10, 40);
        assertThat(shown()).startsWith("\rrunning  ██████░░░░░░░░░░░░░░░░░░  25 %  10 of 40, 31s left ");
        assertThat(shown()).hasSize(80);
    }

    @Test
    void says_how_far_a_single_run_is() {
        ProgressBar bar = bar(true, StandardCharsets.US_ASCII);
        LongConsumer progress = bar.of(Duration.ofHours(24));
        progress.accept(0);
        clock.addAndGet(10 * SECOND);
        progress.accept(6 * 3_600_000L);
        assertThat(shown()).startsWith("\rrunning  ######..................  25 %  6h of 1d, 31s left ");
    }

    @Test
    void is_drawn_at_most_ten_times_a_second_and_goes_away() {
        ProgressBar bar = bar(true, StandardCharsets.UTF_8);
        for (int i = 1; i <= 2000; i++) {
            clock.addAndGet(SECOND / 1000);
            bar.at("running", i, 2000);
        }
        assertThat(shown().split("\r", -1).length - 1).isBetween(14, 16);
        bar.close();
        assertThat(shown()).endsWith(" \r");
    }

    @Test
    void what_is_done_at_once_needs_none() {
        ProgressBar bar = bar(true, StandardCharsets.UTF_8);
        clock.addAndGet(SECOND / 4);
        bar.at("running", 40, 40);
        bar.close();
        assertThat(shown()).isEmpty();
    }

    @Test
    void what_is_no_terminal_gets_none() {
        ProgressBar bar = bar(false, StandardCharsets.UTF_8);
        clock.addAndGet(10 * SECOND);
        bar.at("running", 10, 40);
        bar.close();
        assertThat(shown()).isEmpty();
    }

    @Test
    void each_part_of_the_work_has_its_own_time() {
        ProgressBar bar = bar(true, StandardCharsets.US_ASCII);
        clock.addAndGet(60 * SECOND);
        bar.at("trying cuts", 40, 40);
        clock.addAndGet(SECOND);
        bar.at("narrowing down", 1, 10);
        clock.addAndGet(SECOND);
        bar.at("narrowing down", 5, 10);
        assertThat(shown()).contains("narrowing down  ############............  50 %  5 of 10, 2s left");
    }
}
