package org.ipsisim.bench;

import java.util.concurrent.TimeUnit;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.History;
import org.ipsisim.survivability.Simulation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One year of the largest estate: 64 port networks, 63 survivable cores, 3,200 outages. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 2)
public class YearBenchmark {
    private final Scenario year = Scenarios.year();

    @Benchmark
    public History lazy() {
        return Simulation.run(year, Detail.RESETS, Long.MAX_VALUE);
    }
}
