package org.ipsisim.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.ipsisim.estate.CallShares;
import org.ipsisim.estate.DayProfile;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.HoldingLaw;
import org.ipsisim.estate.MainCluster;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.Servers;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.estate.Timers;
import org.ipsisim.estate.Traffic;
import org.ipsisim.history.History;
import org.ipsisim.survivability.Simulation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A quiet year of one port network with 300 random calls an hour: 2.6 million. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
public class CallsBenchmark {
    @Param({"EXPONENTIAL", "LOGNORMAL"})
    HoldingLaw law;

    /** Whether all calls share 40 circuits, so that each has to be followed to its end. */
    @Param({"false", "true"})
    boolean circuits;

    private Scenario year;

    @Setup
    public void prepare() {
        Traffic traffic = new Traffic(
                300,
                Duration.ofMinutes(3),
                law,
                1,
                Traffic.DEFAULT_SET_UP,
                new CallShares(circuits ? 1 : 0, 0, new TreeMap<>()),
                circuits ? OptionalInt.of(40) : OptionalInt.empty(),
                DayProfile.ALWAYS);
        PortNetwork pn = new PortNetwork(1, "hq", 1, false, false, StableCalls.NONE, Optional.of(traffic));
        Estate estate = new Estate(
                Release.CM_6,
                Timers.defaultsOf(Release.CM_6),
                new Fallback.Manual(),
                List.of("hq"),
                List.of(),
                new Servers(MainCluster.simplexAt("hq"), List.of(), List.of()),
                List.of(pn),
                HeartbeatRules.DEFAULT);
        year = new Scenario(
                "A year of calls",
                "",
                Duration.ofDays(365),
                1,
                estate,
                List.of(),
                List.of(),
                List.of(),
                Provenance.NONE);
    }

    @Benchmark
    public History year() {
        return Simulation.run(year);
    }
}
