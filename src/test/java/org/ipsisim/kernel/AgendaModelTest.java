package org.ipsisim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

/** Random programs of arming, moving and calling off, on the agenda and on a plain list that is searched each time. */
class AgendaModelTest {
    private static final int PROGRAMS = 4_000;
    private static final int LONGEST_DELAY = 12;

    /** What a program does the timers with, on either side. */
    private interface Machine {
        long now();

        LongConsumer armOf(int timer);

        BooleanSupplier cancelOf(int timer);

        long timeOf(int timer);

        void runUntil(long end);
    }

    /** Random steps, from outside and from within actions; the same seed takes the same steps if all goes the same way. */
    private static final class Program {
        private final Random random;
        private final int timers;
        private final StringBuilder log = new StringBuilder();
        private int stepsLeft;

        Program(long seed) {
            random = new Random(seed);
            timers = 1 + random.nextInt(random.nextBoolean() ? 6 : 150);
            stepsLeft = 20 + random.nextInt(200);
        }

        String run(Machine machine) {
            while (stepsLeft > 0) {
                step(machine);
                if (random.nextInt(4) == 0) {
                    machine.runUntil(machine.now() + random.nextInt(6));
                }
            }
            machine.runUntil(machine.now() + 1 + LONGEST_DELAY);
            return log.append("end ").append(machine.now()).toString();
        }

        void happens(Machine machine, int timer) {
            log.append(machine.now()).append(" runs ").append(timer).append('\n');
            for (int steps = random.nextInt(4); steps > 0; steps--) {
                step(machine);
            }
            if (random.nextInt(3) == 0) {
                arm(machine, timer);
            }
        }

        private void step(Machine machine) {
            stepsLeft--;
            int timer = random.nextInt(timers);
            if (random.nextInt(3) == 0) {
                boolean wasArmed = machine.cancelOf(timer).getAsBoolean();
                log.append("off ").append(timer).append(wasArmed).append('\n');
            } else {
                arm(machine, timer);
            }
            log.append(machine.timeOf(random.nextInt(timers))).append('\n');
        }

        private void arm(Machine machine, int timer) {
            if (stepsLeft > 0) {
                machine.armOf(timer).accept(machine.now() + random.nextInt(LONGEST_DELAY + 1));
            }
        }

        Turn turnOf(int timer) {
            return Turn.values()[timer % 3 + 1];
        }

        /** Ranks that are neither in the order of creation nor in its reverse. */
        long rankOf(int timer) {
            return timer * 37L % 151;
        }
    }

    private static String onAgenda(long seed) {
        Program program = new Program(seed);
        Agenda agenda = new Agenda();
        List<Timer> timers = new ArrayList<>();
        Machine machine = new Machine() {
            @Override
            public long now() {
                return agenda.now();
            }

            @Override
            public LongConsumer armOf(int timer) {
                return timers.get(timer)::armAt;
            }

            @Override
            public BooleanSupplier cancelOf(int timer) {
                return timers.get(timer)::cancel;
            }

            @Override
            public long timeOf(int timer) {
                return timers.get(timer).time();
            }

            @Override
            public void runUntil(long end) {
                agenda.runUntil(end);
            }
        };
        for (int i = 0; i < program.timers; i++) {
            int number = i;
            timers.add(agenda.timer(program.turnOf(i), program.rankOf(i), () -> program.happens(machine, number)));
        }
        return program.run(machine);
    }

    private static String onPlainList(long seed) {
        Program program = new Program(seed);
        long[] due = new long[program.timers];
        Arrays.fill(due, Agenda.NEVER);
        long[] clock = {0};
        return program.run(new Machine() {
            @Override
            public long now() {
                return clock[0];
            }

            @Override
            public LongConsumer armOf(int timer) {
                return time -> due[timer] = time;
            }

            @Override
            public BooleanSupplier cancelOf(int timer) {
                return () -> {
                    boolean wasArmed = due[timer] != Agenda.NEVER;
                    due[timer] = Agenda.NEVER;
                    return wasArmed;
                };
            }

            @Override
            public long timeOf(int timer) {
                return due[timer];
            }

            @Override
            public void runUntil(long end) {
                for (int next = first(); due[next] < end; next = first()) {
                    clock[0] = due[next];
                    due[next] = Agenda.NEVER;
                    program.happens(this, next);
                }
                clock[0] = end;
            }

            private int first() {
                int first = 0;
                for (int i = 1; i < due.length; i++) {
                    if (isBefore(i, first)) {
                        first = i;
                    }
                }
                return first;
            }

            private boolean isBefore(int a, int b) {
                if (due[a] != due[b]) {
                    return due[a] < due[b];
                }
                int turns = program.turnOf(a).compareTo(program.turnOf(b));
                return turns < 0 || turns == 0 && program.rankOf(a) < program.rankOf(b);
            }
        });
    }

    @Test
    void theAgendaDoesWhatAPlainListDoes() {
        for (long seed = 0; seed < PROGRAMS; seed++) {
            assertThat(onAgenda(seed)).as("seed " + seed).isEqualTo(onPlainList(seed));
        }
    }

    @Test
    void aHundredThousandTimersRunInOrder() {
        int count = 100_000;
        Random random = new Random(7);
        Agenda agenda = new Agenda();
        List<Timer> timers = new ArrayList<>();
        long[] before = {-1};
        int[] ran = {0};
        for (int i = 0; i < count; i++) {
            long rank = i;
            timers.add(agenda.timer(Turn.EXPIRY, rank, () -> {
                long place = agenda.now() * count + rank;
                assertThat(place > before[0]).isTrue();
                before[0] = place;
                ran[0]++;
            }));
        }
        timers.forEach(timer -> timer.armAt(random.nextInt(1_000_000)));
        for (int i = 0; i < count; i += 2) {
            timers.get(i).armAt(random.nextInt(1_000_000));
        }
        for (int i = 0; i < count; i += 5) {
            assertThat(timers.get(i).cancel()).isTrue();
        }

        agenda.runUntil(1_000_000);

        assertThat(ran[0]).isEqualTo(80_000);
        assertThat(agenda.events()).isEqualTo(80_000);
    }

    @Test
    void movingAndCallingOffLeavesNothingBehind() {
        Agenda agenda = new Agenda();
        Timer moved = agenda.timer(Turn.EXPIRY, 0, () -> {});
        Timer calledOff = agenda.timer(Turn.EXPIRY, 1, () -> {});
        for (int i = 1; i <= 1_000_000; i++) {
            moved.armAt(i);
            calledOff.armAt(i);
            calledOff.cancel();
            assertThat(agenda.pending() == 1).isTrue();
        }

        agenda.runUntil(Agenda.NEVER);

        assertThat(agenda.events()).isEqualTo(1);
        assertThat(agenda.pending()).isZero();
    }

    @Test
    void aTimerThatRunsIsNotPending() {
        Agenda agenda = new Agenda();
        agenda.timer(Turn.CHANGE, 0, () -> assertThat(agenda.pending()).isEqualTo(2))
                .armAt(1);
        agenda.timer(Turn.CHANGE, 1, () -> assertThat(agenda.pending()).isEqualTo(1))
                .armAt(1);
        agenda.timer(Turn.CHANGE, 2, () -> assertThat(agenda.pending()).isZero())
                .armAt(1);

        agenda.runUntil(2);

        assertThat(agenda.events()).isEqualTo(3);
    }
}
