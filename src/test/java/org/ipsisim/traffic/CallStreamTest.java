package org.ipsisim.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ipsisim.traffic.Samples.HOUR;
import static org.ipsisim.traffic.Samples.lognormal;
import static org.ipsisim.traffic.Samples.traffic;
import static org.ipsisim.traffic.Samples.withSetUp;

import java.time.Duration;
import java.util.OptionalInt;
import org.ipsisim.estate.Traffic;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.RandomCalls;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Draws;
import org.junit.jupiter.api.Test;

/** What calls do in one direction while access to it changes (T4 to T7). */
class CallStreamTest {
    private static final Draws DRAWS = Draws.ofSeed(11).named("stream");

    /** Some 60 calls at a time, each 3 min long, of which 10 are in set-up. */
    private static final Traffic BUSY = withSetUp(lognormal(1000, 0), Duration.ofSeconds(36));

    private static CallStream stream(Traffic traffic, OptionalInt circuits) {
        CallStream stream = new CallStream(new Agenda(), DRAWS, traffic, 1, circuits, true);
        stream.start();
        return stream;
    }

    private static CallStream busyAt(long now) {
        CallStream stream = stream(BUSY, OptionalInt.empty());
        stream.advanceTo(now);
        return stream;
    }

    /** The first call that is tried after a time. */
    private static Attempts attemptAfter(long time) {
        Attempts attempts = new Attempts(DRAWS.named("run"), BUSY, 1, 0);
        while (attempts.at() <= time) {
            attempts.next();
        }
        return attempts;
    }

    @Test
    void one_leap_in_time_is_as_good_as_many_steps() {
        for (Traffic traffic : new Traffic[] {BUSY, traffic(300), lognormal(300, 1.4)}) {
            CallStream leaps = stream(traffic, OptionalInt.empty());
            CallStream steps = stream(traffic, OptionalInt.empty());
            CallStream limited = stream(traffic, OptionalInt.of(1_000_000));
            for (long now = HOUR; now <= 48 * HOUR; now += 1000) {
                steps.advanceTo(now);
            }
            leaps.advanceTo(48 * HOUR);
            limited.advanceTo(48 * HOUR);
            RandomCalls outcome = leaps.outcome(48 * HOUR);
            assertThat(outcome).isEqualTo(steps.outcome(48 * HOUR)).isEqualTo(limited.outcome(48 * HOUR));
            assertThat(outcome.ended()).isGreaterThan(outcome.offered() - 100);
        }
    }

    @Test
    void T7_an_attempt_at_the_instant_of_a_change_meets_what_is_so_after_it() {
        long at = attemptAfter(HOUR).at();
        CallStream opened = busyAt(HOUR);
        opened.change(CallStream.Access.CLOSED, HOUR);
        opened.advanceTo(at);
        opened.change(CallStream.Access.OPEN, at);
        opened.advanceTo(at + 1);
        assertThat(opened.losses().blocked()).isZero();

        CallStream closed = busyAt(at);
        closed.change(CallStream.Access.CLOSED, at);
        closed.advanceTo(at + 1);
        assertThat(closed.losses().blocked()).isEqualTo(1);
    }

    @Test
    void T7_a_call_that_is_over_at_the_instant_of_a_reset_has_not_dropped() {
        Attempts call = attemptAfter(HOUR);
        long answered = call.at() + call.setUp();
        CallStream ends = busyAt(answered + call.hold());
        CallStream drops = busyAt(answered + call.hold() - 1);
        long up = drops.outcome(answered + call.hold() - 1).upAtEnd();
        assertThat(ends.outcome(answered + call.hold()).ended())
                .isEqualTo(drops.outcome(answered + call.hold() - 1).ended() + 1);
        assertThat(drops.loseAllButUp(answered + call.hold() - 1)).isPositive();
        assertThat(drops.drop(answered + call.hold() - 1)).isEqualTo(up);
    }

    @Test
    void T7_a_call_that_is_answered_at_the_instant_of_a_reset_is_not_lost_in_set_up() {
        Attempts call = attemptAfter(HOUR);
        long answered = call.at() + call.setUp();
        long before = busyAt(answered - 1).loseSetUps(answered - 1);
        assertThat(before).isGreaterThan(1);
        assertThat(busyAt(answered).loseSetUps(answered))
                .isEqualTo(busyAt(answered).outcome(answered).inSetUpAtEnd());
    }

    @Test
    void T4_of_several_changes_at_one_instant_the_last_one_counts() {
        CallStream flickers = busyAt(HOUR);
        flickers.change(CallStream.Access.WAITING, HOUR);
        flickers.change(CallStream.Access.OPEN, HOUR);
        flickers.change(CallStream.Access.CLOSED, HOUR);
        flickers.change(CallStream.Access.OPEN, HOUR);
        CallStream calm = busyAt(HOUR);
        flickers.advanceTo(2 * HOUR);
        calm.advanceTo(2 * HOUR);
        assertThat(flickers.outcome(2 * HOUR)).isEqualTo(calm.outcome(2 * HOUR));
        assertThat(flickers.losses()).isEqualTo(CallLosses.NONE);
    }

    @Test
    void T4_calls_that_stand_still_keep_their_circuits_and_those_that_wait_need_one() {
        Traffic traffic = withSetUp(traffic(10_000), Duration.ofSeconds(36));
        CallStream stream = stream(traffic, OptionalInt.of(5));
        stream.advanceTo(HOUR);
        stream.change(CallStream.Access.WAITING, HOUR);
        RandomCalls before = stream.outcome(HOUR);
        stream.advanceTo(HOUR + 10_000);
        long waited = stream.losses().delayed();
        assertThat(waited).isGreaterThan(5);
        stream.change(CallStream.Access.OPEN, HOUR + 10_000);
        stream.advanceTo(HOUR + 10_001);
        RandomCalls after = stream.outcome(HOUR + 10_000);
        long free = 5 - before.upAtEnd() - before.inSetUpAtEnd() + after.ended() - before.ended();
        assertThat(after.upAtEnd() + after.inSetUpAtEnd()).isLessThanOrEqualTo(5);
        assertThat(after.trunksBusy() - before.trunksBusy()).isGreaterThanOrEqualTo(waited - free);
    }

    @Test
    void T4_a_call_that_waited_is_in_set_up_as_long_as_any_other() {
        CallStream stream = busyAt(HOUR);
        stream.loseSetUps(HOUR);
        stream.change(CallStream.Access.WAITING, HOUR);
        stream.advanceTo(HOUR + 60_000);
        stream.change(CallStream.Access.OPEN, HOUR + 60_000);
        stream.advanceTo(HOUR + 60_001);
        long inSetUp = stream.outcome(HOUR + 60_000).inSetUpAtEnd();
        assertThat(inSetUp).isEqualTo(stream.losses().delayed()).isGreaterThan(10);
        stream.change(CallStream.Access.CLOSED, HOUR + 60_001);
        stream.advanceTo(HOUR + 96_000);
        assertThat(stream.outcome(HOUR + 96_000).inSetUpAtEnd()).isBetween(1L, inSetUp - 1);
    }

    @Test
    void T8_what_is_lost_in_set_up_would_have_been_talked_in_full() {
        CallStream stream = busyAt(HOUR);
        long lost = stream.loseSetUps(HOUR);
        assertThat(stream.losses().talkTime()).isEqualTo(lost * BUSY.meanHold().toMillis());
    }

    @Test
    void R67_what_waits_outlives_an_interchange() {
        CallStream stream = busyAt(HOUR);
        assertThat(stream.loseSetUps(HOUR)).isPositive();
        stream.change(CallStream.Access.WAITING, HOUR);
        stream.advanceTo(HOUR + 10_000);
        assertThat(stream.loseSetUps(HOUR + 10_000)).isZero();
        assertThat(stream.outcome(HOUR + 10_000).inSetUpAtEnd())
                .isEqualTo(stream.losses().delayed())
                .isPositive();
        assertThat(stream.loseAllButUp(HOUR + 10_000)).isEqualTo(stream.losses().delayed());
    }

    @Test
    void calls_take_steps_of_the_run_fewer_if_they_are_only_counted() {
        CallStream followed = new CallStream(new Agenda(10_000), DRAWS, traffic(300), 1, OptionalInt.of(1000), true);
        followed.start();
        assertThatExceptionOfType(Agenda.TooManySteps.class).isThrownBy(() -> followed.advanceTo(40 * HOUR));
        CallStream counted = new CallStream(new Agenda(10_000), DRAWS, traffic(300), 1, OptionalInt.empty(), true);
        counted.start();
        counted.advanceTo(40 * HOUR);
        assertThatExceptionOfType(Agenda.TooManySteps.class).isThrownBy(() -> counted.advanceTo(1000 * HOUR));
    }
}
