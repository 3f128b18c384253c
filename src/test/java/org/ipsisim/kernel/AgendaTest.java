package org.ipsisim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private final Agenda agenda = new Agenda();
    private final List<String> happened = new ArrayList<>();

    private Timer timer(Turn turn, long rank, String name) {
        return agenda.timer(turn, rank, () -> happened.add(name + "@" + agenda.now()));
    }

    private Timer timer(String name) {
        return timer(Turn.EXPIRY, 0, name);
    }

    @Test
    void theEarlierComesFirst() {
        timer("late").armAt(30);
        timer("early").armAt(10);
        timer("middle").armAt(20);

        agenda.runUntil(100);

        assertThat(happened).containsExactly("early@10", "middle@20", "late@30");
        assertThat(agenda.events()).isEqualTo(3);
    }

    @Test
    void atOneInstantTheTurnDecides() {
        timer(Turn.DECISION, 0, "decision").armAt(5);
        timer(Turn.EXPIRY, 1, "expiry").armAt(5);
        timer(Turn.CHANGE, 3, "change").armAt(5);
        timer(Turn.ARRIVAL, 2, "arrival").armAt(5);

        agenda.runUntil(6);

        assertThat(happened).containsExactly("change@5", "arrival@5", "expiry@5", "decision@5");
    }

    @Test
    void withinATurnTheRankDecides() {
        long greatest = (1L << 60) - 1;
        timer(Turn.EXPIRY, greatest, "last").armAt(5);
        timer(Turn.EXPIRY, 7, "second").armAt(5);
        timer(Turn.EXPIRY, 0, "first").armAt(5);
        timer(Turn.DECISION, 0, "next turn").armAt(5);

        agenda.runUntil(6);

        assertThat(happened).containsExactly("first@5", "second@5", "last@5", "next turn@5");
    }

    @Test
    void neitherTheOrderOfCreationNorThatOfArmingMatters() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Integer> ranks = new ArrayList<>();
            Collections.addAll(ranks, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            Collections.shuffle(ranks, random);
            Agenda shuffled = new Agenda();
            List<Integer> order = new ArrayList<>();
            List<Timer> timers = new ArrayList<>();
            for (int rank : ranks) {
                timers.add(shuffled.timer(Turn.EXPIRY, rank, () -> order.add(rank)));
            }
            Collections.shuffle(timers, random);
            timers.forEach(timer -> timer.armAt(5));

            shuffled.runUntil(6);

            assertThat(order).as("seed " + seed).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        }
    }

    @Test
    void anActionSeesTheTimeAndTheTurn() {
        List<String> seen = new ArrayList<>();
        for (Turn turn : Turn.values()) {
            agenda.timer(turn, 0, () -> seen.add(agenda.now() + " " + agenda.turn()))
                    .armAt(turn.ordinal());
        }
        assertThat(agenda.turn()).isEqualTo(Turn.CHANGE);

        agenda.runUntil(10);

        assertThat(seen).containsExactly("0 CHANGE", "1 ARRIVAL", "2 EXPIRY", "3 DECISION");
        assertThat(agenda.turn()).isEqualTo(Turn.DECISION);
    }

    @Test
    void aRunEndsBeforeItsEndAndLeavesTheClockThere() {
        Timer timer = timer("due");
        timer.armAt(10);

        agenda.runUntil(10);
        assertThat(happened).isEmpty();
        assertThat(agenda.now()).isEqualTo(10);
        assertThat(timer.isArmed()).isTrue();

        agenda.runUntil(11);
        assertThat(happened).containsExactly("due@10");
        assertThat(agenda.now()).isEqualTo(11);
    }

    @Test
    void theClockNeverGoesBack() {
        agenda.runUntil(20);
        agenda.runUntil(10);

        assertThat(agenda.now()).isEqualTo(20);
    }

    @Test
    void aTimerThatIsArmedAgainMoves() {
        Timer timer = timer("it");
        timer("other").armAt(15);
        timer.armAt(10);
        timer.armAt(20);
        assertThat(timer.time()).isEqualTo(20);
        agenda.runUntil(30);
        assertThat(happened).containsExactly("other@15", "it@20");

        timer.armAt(50);
        timer.armAt(40);
        agenda.runUntil(100);
        assertThat(happened).containsExactly("other@15", "it@20", "it@40");
    }

    @Test
    void aTimerThatHasRunOutIsNotArmed() {
        Timer timer = timer("it");
        assertThat(timer.isArmed()).isFalse();
        assertThat(timer.time()).isEqualTo(Agenda.NEVER);
        timer.armAt(10);
        assertThat(timer.isArmed()).isTrue();
        assertThat(timer.time()).isEqualTo(10);

        agenda.runUntil(11);

        assertThat(timer.isArmed()).isFalse();
        assertThat(timer.time()).isEqualTo(Agenda.NEVER);
    }

    @Test
    void cancelAnswersWhetherItWasArmed() {
        Timer timer = timer("it");
        assertThat(timer.cancel()).isFalse();
        timer.armAt(10);
        assertThat(timer.cancel()).isTrue();
        assertThat(timer.cancel()).isFalse();

        agenda.runUntil(20);

        assertThat(happened).isEmpty();
        assertThat(agenda.events()).isZero();
    }

    @Test
    void cancellingATimerThatIsNotArmedChangesNothing() {
        Timer idle = timer("idle");
        timer("a").armAt(5);
        timer("b").armAt(6);
        timer("c").armAt(7);
        agenda.runUntil(6);

        assertThat(idle.cancel()).isFalse();
        agenda.runUntil(100);

        assertThat(happened).containsExactly("a@5", "b@6", "c@7");
    }

    @Test
    void armedForNeverIsCalledOff() {
        Timer timer = timer("it");
        timer.armAt(10);
        timer.armAt(Agenda.NEVER);

        assertThat(timer.isArmed()).isFalse();
        agenda.runUntil(Agenda.NEVER);
        assertThat(happened).isEmpty();
    }

    @Test
    void aTimerMayArmItselfForTheInstantAtWhichItRuns() {
        int[] left = {3};
        Timer[] self = new Timer[1];
        self[0] = agenda.timer(Turn.EXPIRY, 0, () -> {
            happened.add("again@" + agenda.now());
            assertThat(self[0].isArmed()).isFalse();
            if (--left[0] > 0) {
                self[0].armAt(agenda.now());
                assertThat(self[0].time()).isEqualTo(agenda.now());
            }
        });
        self[0].armAt(5);
        timer(Turn.EXPIRY, 1, "after").armAt(5);

        agenda.runUntil(6);

        assertThat(happened).containsExactly("again@5", "again@5", "again@5", "after@5");
    }

    @Test
    void anActionMayArmWhatComesBeforeItWithinTheSameInstant() {
        Timer earlierTurn = timer(Turn.CHANGE, 0, "change");
        agenda.timer(Turn.DECISION, 0, () -> {
                    happened.add("decision@" + agenda.now());
                    earlierTurn.armAt(agenda.now());
                })
                .armAt(5);
        timer(Turn.DECISION, 1, "second decision").armAt(5);

        agenda.runUntil(6);

        assertThat(happened).containsExactly("decision@5", "change@5", "second decision@5");
    }

    @Test
    void anActionMayCallOffTheLastTimerThatIsLeft() {
        Timer other = timer("other");
        other.armAt(5);
        agenda.timer(Turn.CHANGE, 0, () -> assertThat(other.cancel()).isTrue()).armAt(5);

        agenda.runUntil(6);

        assertThat(happened).isEmpty();
        assertThat(agenda.events()).isEqualTo(1);
    }

    @Test
    void armingForThePastIsRefused() {
        Timer timer = timer("it");
        agenda.runUntil(10);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> timer.armAt(9))
                .withMessage("time 9 has passed, it is 10");
        assertThat(timer.isArmed()).isFalse();
        timer.armAt(10);
        agenda.runUntil(11);
        assertThat(happened).containsExactly("it@10");
    }

    @Test
    void aRefusedMoveLeavesTheTimerWhereItWas() {
        Timer timer = timer("it");
        agenda.runUntil(10);
        timer.armAt(12);

        assertThatIllegalArgumentException().isThrownBy(() -> timer.armAt(9));

        assertThat(timer.time()).isEqualTo(12);
    }

    @Test
    void aRankOutsideItsRangeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> timer(Turn.EXPIRY, -1, "it"))
                .withMessage("rank -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> timer(Turn.EXPIRY, 1L << 60, "it"))
                .withMessage("rank " + (1L << 60));
    }

    @Test
    void anActionMayNotRunTheAgenda() {
        agenda.timer(Turn.EXPIRY, 0, () -> agenda.runUntil(100)).armAt(5);

        assertThatIllegalStateException().isThrownBy(() -> agenda.runUntil(10));
        assertThatIllegalStateException()
                .as("an exception stops the run for good")
                .isThrownBy(() -> agenda.runUntil(10));
    }

    @Test
    void itStopsWhenTheStepsAreUsedUp() {
        Agenda limited = new Agenda(10);
        Timer again = limited.timer(Turn.EXPIRY, 0, () -> limited.spend(2));
        again.armAt(1);
        limited.runUntil(2);
        again.armAt(2);
        limited.runUntil(3);
        limited.spend(4);
        assertThat(limited.steps()).isEqualTo(10);

        assertThatExceptionOfType(Agenda.TooManySteps.class).isThrownBy(() -> limited.spend(1));
    }

    @Test
    void itSaysHowFarItIsAfterEachMillionSteps() {
        List<Long> told = new ArrayList<>();
        Agenda watched = new Agenda(10_000_000, told::add);
        Timer again = watched.timer(Turn.EXPIRY, 0, () -> watched.spend(600_000));
        for (long time = 1; time <= 5; time++) {
            again.armAt(time);
            watched.runUntil(time + 1);
        }
        assertThat(told).containsExactly(2L, 4L);
    }

    @Test
    void aTimeHasPassedForATimerOnceItsPlaceInTheInstantHas() {
        Timer before = timer(Turn.ARRIVAL, 9, "before");
        Timer after = timer(Turn.EXPIRY, 6, "after");
        List<Boolean> passed = new ArrayList<>();
        Timer[] self = new Timer[1];
        self[0] = agenda.timer(Turn.EXPIRY, 5, () -> {
            for (Timer timer : List.of(before, self[0], after)) {
                passed.add(agenda.hasPassed(timer, 10));
            }
            assertThat(agenda.hasPassed(after, 9)).isTrue();
            assertThat(agenda.hasPassed(before, 11)).isFalse();
        });
        self[0].armAt(10);

        agenda.runUntil(11);

        assertThat(passed).containsExactly(true, true, false);
    }

    @Test
    void whatHappensOnceTakesItsPlaceByTimeTurnAndRank() {
        timer(Turn.EXPIRY, 2, "timer").armAt(5);
        agenda.once(5, Turn.EXPIRY, 3, () -> happened.add("after"));
        agenda.once(5, Turn.EXPIRY, 1, () -> happened.add("before"));
        agenda.once(4, Turn.DECISION, 9, () -> agenda.once(5, Turn.CHANGE, 0, () -> happened.add("from within")));

        agenda.runUntil(6);

        assertThat(happened).containsExactly("from within", "before", "timer@5", "after");
    }

    @Test
    void whatHappensOnceCanBeMovedAndCalledOffUntilItIsDue() {
        Timer moved = agenda.once(5, Turn.EXPIRY, 0, () -> happened.add("moved@" + agenda.now()));
        Timer calledOff = agenda.once(5, Turn.EXPIRY, 1, () -> happened.add("called off"));
        moved.armAt(7);
        assertThat(calledOff.cancel()).isTrue();

        agenda.runUntil(10);

        assertThat(happened).containsExactly("moved@7");
        assertThat(agenda.pending()).isZero();
        for (Timer spent : List.of(moved, calledOff)) {
            assertThat(spent.isArmed()).isFalse();
            assertThat(spent.cancel()).isFalse();
            assertThat(spent.time()).isEqualTo(Agenda.NEVER);
            assertThatIllegalStateException().isThrownBy(() -> spent.armAt(20));
        }
    }

    @Test
    void aSpentTimerIsNotTheOneThatHasTakenItsPlace() {
        Timer spent = agenda.once(1, Turn.EXPIRY, 0, () -> {});
        agenda.runUntil(2);
        Timer next = agenda.once(5, Turn.EXPIRY, 0, () -> happened.add("next"));

        assertThat(spent.cancel()).isFalse();
        assertThat(spent.isArmed()).isFalse();
        assertThat(next.time()).isEqualTo(5);
        agenda.runUntil(6);
        assertThat(happened).containsExactly("next");
    }

    @Test
    void whatHasHappenedOnceTakesNoMoreRoom() {
        int[] left = {100_000};
        Runnable[] transaction = new Runnable[1];
        transaction[0] = () -> {
            if (left[0]-- > 0) {
                Timer retransmission = agenda.once(agenda.now() + 32, Turn.EXPIRY, 1, () -> {});
                agenda.once(agenda.now() + 1, Turn.ARRIVAL, 0, transaction[0]);
                retransmission.cancel();
            }
        };
        transaction[0].run();

        agenda.runUntil(Integer.MAX_VALUE);

        assertThat(agenda.events()).isEqualTo(100_000);
        assertThat(agenda.capacity()).isEqualTo(64);
    }

    @Test
    void whatHappensOnceIsRefusedInThePastOrWithARankOutOfRange() {
        agenda.runUntil(10);
        assertThatIllegalArgumentException().isThrownBy(() -> agenda.once(9, Turn.EXPIRY, 0, () -> {}));
        assertThatIllegalArgumentException().isThrownBy(() -> agenda.once(10, Turn.EXPIRY, 1L << 60, () -> {}));
        assertThat(agenda.pending()).isZero();
    }

    /** Against a plain sorted list, with timers that stay among them. */
    @Test
    void manyThatHappenOnceHappenInOrder() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Agenda busy = new Agenda();
            List<Long> order = new ArrayList<>();
            List<Long> expected = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                long due = random.nextInt(40);
                long rank = i;
                Runnable action = () -> order.add(busy.now() * 1000 + rank);
                Timer timer = random.nextInt(4) == 0
                        ? busy.timer(Turn.EXPIRY, rank, action)
                        : busy.once(due, Turn.EXPIRY, rank, action);
                timer.armAt(due);
                if (random.nextInt(3) == 0) {
                    timer.cancel();
                } else {
                    expected.add(due * 1000 + rank);
                }
            }
            Collections.sort(expected);
            for (long time = 0; time <= 40; time++) {
                busy.runUntil(time);
                long next = busy.nextTime();
                int done = order.size();
                assertThat(next).isEqualTo(done == expected.size() ? Agenda.NEVER : expected.get(done) / 1000);
            }

            assertThat(order).as("seed " + seed).isEqualTo(expected);
        }
    }

    @Test
    void theNextTimeIsThatOfTheEarliestTimerThatIsArmed() {
        assertThat(agenda.nextTime()).isEqualTo(Agenda.NEVER);
        List<Long> seen = new ArrayList<>();
        Timer timer = agenda.timer(Turn.EXPIRY, 0, () -> seen.add(agenda.nextTime()));
        timer.armAt(30);
        assertThat(agenda.nextTime()).isEqualTo(30);
        timer("later").armAt(40);
        timer("earlier").armAt(20);
        assertThat(agenda.nextTime()).isEqualTo(20);

        agenda.runUntil(31);

        assertThat(seen).containsExactly(40L);
        assertThat(agenda.nextTime()).isEqualTo(40);
    }

    @Test
    void theLastTimerSeesNoOtherOneBehindIt() {
        List<Long> seen = new ArrayList<>();
        timer("before").armAt(10);
        agenda.timer(Turn.EXPIRY, 1, () -> seen.add(agenda.nextTime())).armAt(20);

        agenda.runUntil(31);

        assertThat(seen).containsExactly(Agenda.NEVER);
    }
}
