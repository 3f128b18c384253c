package org.ipsisim.bench;

import java.util.concurrent.TimeUnit;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.History;
import org.ipsisim.survivability.Simulation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * One day of 64 port networks and two servers, which send 128 heartbeats a second, with 20 outages: the simulator, which
 * makes no beat an event, beside a model on SSJ that makes every beat one. Both start from the same scenario in memory.
 *
 * <p>SSJ runs with its splay tree, its default and the fastest of its lists that can do this: the one of Henriksen fails
 * with a NullPointerException when one of many events of the same time is removed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
public class DayBenchmark {
    private static final int LEAST_SPANS = 64 * 20;

    private Scenario day;

    /** No ratio of times means anything unless both give the same history. */
    @Setup(Level.Trial)
    public void compareHistories() {
        day = Scenarios.day();
        int spans = SsjDay.requireSameHistory(day);
        if (spans < LEAST_SPANS) {
            throw new IllegalStateException("only " + spans + " spans: the day is too quiet to prove anything");
        }
        System.out.println("Both give the same history of " + spans + " spans.");
    }

    @Benchmark
    @Warmup(iterations = 5, time = 1)
    @Measurement(iterations = 5, time = 1)
    public History lazy() {
        return Simulation.run(day);
    }

    @Benchmark
    @Warmup(iterations = 1, time = 1)
    @Measurement(iterations = 3, time = 1)
    public History perBeatOnSsj() {
        return SsjDay.run(day, new SplayTree());
    }
}
