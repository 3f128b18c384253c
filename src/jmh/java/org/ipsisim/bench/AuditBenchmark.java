package org.ipsisim.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Progress;
import org.ipsisim.study.Stop;
import org.ipsisim.study.audit.Audit;
import org.ipsisim.study.audit.AuditPlan;
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

/** The audit of the largest estate: 453 things that can fail, alone and in 102 378 pairs, for three durations. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx1g"})
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class AuditBenchmark {
    /** On how many threads. */
    @Param({"1", "2"})
    public int threads;

    private final AuditPlan plan = new AuditPlan(Scenarios.year(0), 2, List.of(30_000L, 300_000L, 3_600_000L));

    /** The audit is for nothing unless it is whole. */
    @Setup(Level.Trial)
    public void check() {
        if (plan.elements().size() != 453 || plan.runs() != 308_493) {
            throw new IllegalStateException(plan.elements().size() + " elements, " + plan.runs() + " runs");
        }
    }

    @Benchmark
    public Audit pairs() {
        return Audit.of(plan, false, new ParallelRuns(threads, new Stop(), Progress.NONE));
    }
}
