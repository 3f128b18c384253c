package org.ipsisim.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.scenario.ScenarioReader;
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

/** Phones with three controllers each: a day of outages, a year without, a month whose first hour alone has one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx300m"})
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class PhonesBenchmark {
    /** What happens: 20 outages in a day, none in a year or in a minute, one in the first hour of a month, or of that hour. */
    @Param({"day-of-outages", "quiet-year", "quiet-minute", "month", "hour"})
    public String course;

    private Scenario scenario;

    /** Reads the scenario; the day is for nothing unless every phone is out twenty times. */
    @Setup
    public void read() {
        scenario = switch (course) {
            case "day-of-outages" -> scenario(100_000, "1d", "{at: 1h, flap: sm-1, down: 10m, up: 1h, times: 20}");
            case "quiet-year" -> scenario(100_000, "365d", "");
            case "quiet-minute" -> scenario(100_000, "1m", "");
            case "month" -> scenario(10_000, "30d", "{at: 10m, fail: sm-1, for: 10m}");
            default -> scenario(10_000, "1h", "{at: 10m, fail: sm-1, for: 10m}");
        };
        if (course.startsWith("day")
                && Simulation.run(scenario, Detail.SILENCES)
                                .sip()
                                .sessionManagers()
                                .get(0)
                                .requests()
                        < 20L * 5 * 100_000) {
            throw new IllegalStateException("not all phones came back");
        }
    }

    private static Scenario scenario(int phones, String duration, String event) {
        String capacity = "requests-per-second: 20000, queue: 60000";
        String yaml = String.join(
                "\n",
                "title: Phones",
                "duration: " + duration,
                "sites: [hq, dr, branch]",
                "links:",
                "  - {id: wan, between: [hq, branch], latency: 20ms}",
                "  - {id: core, between: [hq, dr], latency: 5ms}",
                "servers: {main: {site: hq}, survivable-remotes: [{name: lsp-1, site: branch}]}",
                "sip:",
                "  session-managers:",
                "  - {name: sm-1, site: hq, " + capacity + "}",
                "  - {name: sm-2, site: dr, " + capacity + "}",
                "  - {name: bsm, site: branch, survivable-remote: lsp-1, " + capacity + "}",
                "  phones:",
                "  - {name: desk, site: branch, extensions: 100000-" + (99_999 + phones)
                        + ", controllers: [sm-1, sm-2, bsm]}",
                "events: [" + event + "]",
                "");
        return ScenarioReader.read("phones.yaml", yaml.getBytes(StandardCharsets.UTF_8), List.of())
                .scenario()
                .orElseThrow();
    }

    @Benchmark
    public History phones() {
        return Simulation.run(scenario, Detail.SILENCES);
    }
}
