package org.ipsisim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.ipsisim.estate.Scenario;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.study.Objective;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Progress;
import org.ipsisim.study.Stop;
import org.ipsisim.study.Variant;
import org.ipsisim.study.WrongPlan;
import org.ipsisim.study.montecarlo.MonteCarlo;
import org.ipsisim.study.montecarlo.MonteCarloPlan;
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

/** Ten thousand days of eight port networks with random calls under outages by chance: {@code month-by-chance} for a day. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx1g"})
@Warmup(iterations = 5)
@Measurement(iterations = 5)
public class ChanceBenchmark {
    private static final Path FILE = Path.of("scenarios", "month-by-chance.yaml");
    private static final int RUNS = 10_000;

    /** On how many threads. */
    @Param({"1", "2"})
    public int threads;

    private MonteCarloPlan plan;

    /** Reads the scenario. */
    @Setup(Level.Trial)
    public void read() throws IOException, WrongPlan {
        Scenario day = ScenarioReader.read(FILE.toString(), Files.readAllBytes(FILE), List.of("duration=1d"))
                .scenario()
                .orElseThrow();
        if (day.estate().portNetworks().size() != 8) {
            throw new IllegalStateException(day.estate().portNetworks().size() + " port networks");
        }
        plan = MonteCarloPlan.of(
                new Variant(List.of(), day), Optional.empty(), RUNS, OptionalDouble.empty(), Objective.USUAL);
    }

    @Benchmark
    public MonteCarlo days() {
        return MonteCarlo.of(plan, new ParallelRuns(threads, new Stop(), Progress.NONE));
    }
}
