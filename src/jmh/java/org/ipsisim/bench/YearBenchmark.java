package org.ipsisim.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.plain.PlainEngine;
import org.ipsisim.survivability.Simulation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One year of the largest estate: 64 port networks with two IPSIs each, a duplex main, 63 survivable cores, 50 outages of
 * each link; beside it one hour of the same on the engine that makes an event of every heartbeat.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx512m")
@Warmup(iterations = 5)
@Measurement(iterations = 10)
public class YearBenchmark {
    /** Share of heartbeats that every link to a port network loses. */
    @Param({"0", "0.01"})
    public double loss;

    private Scenario year;
    private Scenario hour;

    @Setup(Level.Trial)
    public void build() {
        year = Scenarios.year(loss);
        hour = Scenarios.lasting(Duration.ofHours(1), year);
    }

    @Benchmark
    public History lazyYear() {
        return Simulation.run(year, Detail.RESETS, Long.MAX_VALUE);
    }

    @Benchmark
    public History everyHeartbeatOfAnHour() {
        return PlainEngine.run(hour);
    }
}
