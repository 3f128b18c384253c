package org.ipsisim.bench;

import java.util.concurrent.TimeUnit;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Timer;
import org.ipsisim.kernel.Turn;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.BinaryTree;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * The hold model: the earliest of so many pending events happens, and is due again after the next increment.
 *
 * <p>The agenda runs timers whose actions arm them again. The event lists of SSJ are used without their simulator, as the
 * bare data structures, which spares them the clock and the call of an action.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class HoldBenchmark {
    static final int EVENTS = 10_000;

    @Param({"100", "1000", "10000", "100000"})
    int pending;

    private Increments increments;

    @Setup(Level.Trial)
    public void drawIncrements() {
        increments = new Increments();
    }

    /** The agenda, with its pending timers. */
    @State(Scope.Thread)
    public static class OurAgenda {
        private final Agenda agenda = new Agenda();
        private final Timer[] timers = new Timer[100_000];
        private long span;

        @Setup(Level.Trial)
        public void fill(HoldBenchmark hold) {
            span = Math.round(EVENTS * hold.increments.mean() / hold.pending);
            for (int i = 0; i < hold.pending; i++) {
                int number = i;
                timers[i] =
                        agenda.timer(Turn.EXPIRY, i, () -> timers[number].armAt(agenda.now() + hold.increments.next()));
                timers[i].armAt(hold.increments.next());
            }
        }
    }

    /** One of SSJ's event lists, with its pending events. */
    @State(Scope.Thread)
    public static class SsjList {
        @Param({"Henriksen", "SplayTree", "BinaryTree"})
        String kind;

        private EventList list;

        @Setup(Level.Trial)
        public void fill(HoldBenchmark hold) {
            list = switch (kind) {
                case "Henriksen" -> new Henriksen();
                case "SplayTree" -> new SplayTree();
                default -> new BinaryTree();
            };
            Simulator simulator = new Simulator(list);
            for (int i = 0; i < hold.pending; i++) {
                new Held(simulator).schedule(hold.increments.next());
            }
        }
    }

    private static final class Held extends Event {
        Held(Simulator simulator) {
            super(simulator);
        }

        void delay(double increment) {
            eventTime += increment;
        }

        @Override
        public void actions() {
            throw new UnsupportedOperationException("the event list is used alone");
        }
    }

    /** The span of time in which so many events happen on average. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long agenda(OurAgenda ours) {
        ours.agenda.runUntil(ours.agenda.now() + ours.span);
        return ours.agenda.events();
    }

    /** So many events. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public Object ssj(SsjList ssj) {
        for (int i = 0; i < EVENTS; i++) {
            Held event = (Held) ssj.list.removeFirst();
            event.delay(increments.next());
            ssj.list.add(event);
        }
        return ssj.list;
    }
}
