package org.ipsisim.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.Traffic;
import org.ipsisim.history.Detail;
import org.ipsisim.plain.PlainEngine;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.study.Objective;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Progress;
import org.ipsisim.study.Stop;
import org.ipsisim.study.Variant;
import org.ipsisim.study.WrongPlan;
import org.ipsisim.study.montecarlo.MonteCarlo;
import org.ipsisim.study.montecarlo.MonteCarloPlan;
import org.ipsisim.survivability.Simulation;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * All that speed is promised of, as one table: each thing beside another, by turns in one go, and how many times as long the
 * second takes. Times are the least of some rounds, in processor time where nothing else is said, since others may use the
 * machine. Each part has a Java of its own, with the collector that the launcher takes: what ran before would slow it down.
 */
public final class Ratios {
    private static final String MONTH = "scenarios/month-by-chance.yaml";
    private static final String RUN = " run scenarios/minimal.yaml";

    /** A program that does nothing. */
    static final class Nothing {
        private Nothing() {}

        public static void main(String[] arguments) {}
    }

    /** Something that takes time. */
    private interface Work {
        void run() throws Exception;
    }

    /** How long something takes, in milliseconds. */
    private interface Clock {
        double millis() throws Exception;
    }

    /** What is measured in one Java. */
    private enum Part {
        DAY(Ratios::day),
        TCP(Ratios::tcp),
        YEAR(Ratios::year),
        MONTHS(Ratios::months),
        COMMANDS(Ratios::wholeCommands);

        private final Work work;

        Part(Work work) {
            this.work = work;
        }
    }

    private Ratios() {}

    /** @param arguments a part, such as {@code YEAR}; otherwise it prints the whole table */
    public static void main(String[] arguments) throws Exception {
        for (Part part : Part.values()) {
            if (List.of(arguments).contains(part.name())) {
                part.work.run();
                return;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-52s %12s %12s %9s  %s%n",
                "what; beside what",
                "the first",
                "the second",
                "ratio",
                "goal");
        for (Part part : Part.values()) {
            Process java = new ProcessBuilder(
                            "java",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Ratios.class.getName(),
                            part.name())
                    .inheritIO()
                    .start();
            if (java.waitFor() != 0) {
                throw new IOException("failed: " + part);
            }
        }
    }

    /** As many of our days as take as long as one of theirs: both are compiled by then. */
    private static void day() throws Exception {
        for (double loss : new double[] {0, 0.01}) {
            Scenario day = Scenarios.pinnedDay(loss);
            SsjDay.requireSameHistory(day);
            print(
                    "pinned day, " + (loss == 0 ? "no loss" : "1% loss") + "; SSJ, splay tree",
                    leastByTurns(
                            2,
                            loss == 0 ? 5000 : 80,
                            cpu(() -> Simulation.run(day)),
                            cpu(() -> SsjDay.run(day, new SplayTree()))),
                    loss == 0 ? "5000 x with the Henriksen list" : "100 x");
        }
    }

    private static void tcp() throws Exception {
        Scenario ideal = Scenarios.lasting(Duration.ofDays(1), Scenarios.year(0.01, 5));
        Scenario tcp = ideal.with(ideal.estate().with(HeartbeatRules.DEFAULT.with(HeartbeatRules.Transport.TCP)));
        print(
                "largest estate, a day, 10 links lose 1%, ideal; TCP",
                leastByTurns(10, 1, cpu(() -> simulate(ideal)), cpu(() -> simulate(tcp))), "3 x at most");
    }

    private static void year() throws Exception {
        Scenario year = Scenarios.year(0);
        Scenario lossyYear = Scenarios.year(0.01);
        print(
                "largest estate, a year; with 1% loss",
                leastByTurns(3, 20, cpu(() -> simulate(year)), cpu(() -> simulate(lossyYear))), "60 ms; 1500 ms");
        Scenario minute = Scenarios.lasting(Duration.ofMinutes(1), year);
        print(
                "largest estate, a year; plain engine, a minute",
                leastByTurns(1, 1, cpu(() -> simulate(year)), cpu(() -> PlainEngine.run(minute))),
                "");
    }

    private static void simulate(Scenario scenario) {
        Simulation.run(scenario, Detail.RESETS, Long.MAX_VALUE);
    }

    private static void months() throws Exception {
        MonteCarloPlan months = monthsByChance(true);
        print(
                "10 000 months, warm, real time: two threads; one",
                leastByTurns(4, 1, real(() -> study(months, 2)), real(() -> study(months, 1))),
                "1.8 x");
        MonteCarloPlan failovers = monthsByChance(false);
        print(
                "10 000 months, real time: failovers alone; with calls",
                leastByTurns(10, 4, real(() -> study(failovers, 1)), real(() -> study(months, 1))),
                "200 ms: 20 us a month");
    }

    private static MonteCarloPlan monthsByChance(boolean withCalls) throws IOException, WrongPlan {
        Scenario file = ScenarioReader.read(MONTH, Files.readAllBytes(Path.of(MONTH)), List.of())
                .scenario()
                .orElseThrow();
        Scenario month = withCalls
                ? file
                : file.with(file.estate()
                        .withPortNetworks(file.estate().portNetworks().stream()
                                .map(pn -> pn.with(Optional.<Traffic>empty()))
                                .toList()));
        Variant variant = new Variant(List.of(), month);
        return MonteCarloPlan.of(variant, Optional.empty(), 10_000, OptionalDouble.empty(), Objective.USUAL);
    }

    private static void study(MonteCarloPlan plan, int threads) {
        MonteCarlo.of(plan, new ParallelRuns(threads, new Stop(), Progress.NONE));
    }

    /** Whole commands, with what they start, beside a Java that does nothing. */
    private static void wholeCommands() throws Exception {
        String java = "java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '"
                + Ratios.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath() + "' '"
                + Nothing.class.getName() + "'";
        print(
                "an empty Java; run, the whole command",
                leastByTurns(4, 1, command(java, 10), command("./ipsisim" + RUN, 10)),
                "4 x at most");
        Path home = Files.createTempDirectory(Path.of("target"), "moved");
        Path release = Files.createDirectories(home.resolve("before/lib"));
        Files.copy(Path.of("ipsisim"), home.resolve("before/ipsisim"));
        Path scenarios = Files.createDirectories(home.resolve("before/scenarios"));
        Files.copy(Path.of("scenarios/wan-cut.yaml"), scenarios.resolve("wan-cut.yaml"));
        Files.copy(Path.of("target/ipsisim.jar"), release.resolve("ipsisim.jar"));
        command("sh " + home.resolve("before/ipsisim") + RUN, 1).millis();
        Files.move(home.resolve("before"), home.resolve("after"));
        String moved = "sh " + home.resolve("after/ipsisim") + RUN;
        command(moved, 1).millis();
        print(
                "an empty Java; run after a move",
                leastByTurns(4, 1, command(java, 10), command(moved, 10)),
                "4 x at most");
        String days = "./ipsisim monte-carlo " + MONTH + " --runs 10000 --quiet";
        print(
                "10 000 days, the whole command; 10 000 months",
                leastByTurns(2, 1, command(days + " --set duration=1d", 1), command(days, 1)),
                "2500 ms; 3000 ms");
    }

    /** @param turns of the first in each round, before the second has one */
    private static double[] leastByTurns(int rounds, int turns, Clock first, Clock second) throws Exception {
        double[] least = {Double.MAX_VALUE, Double.MAX_VALUE};
        for (int round = 0; round < rounds; round++) {
            for (int turn = 0; turn < turns; turn++) {
                least[0] = Math.min(least[0], first.millis());
            }
            least[1] = Math.min(least[1], second.millis());
        }
        return least;
    }

    private static Clock cpu(Work work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return () -> {
            long start = threads.getCurrentThreadCpuTime();
            work.run();
            return (threads.getCurrentThreadCpuTime() - start) / 1e6;
        };
    }

    private static Clock real(Work work) {
        return () -> {
            long start = System.nanoTime();
            work.run();
            return (System.nanoTime() - start) / 1e6;
        };
    }

    /** The processor time of a command, the mean of so many times, as the shell counts it. */
    private static Clock command(String command, int times) {
        String all =
                "i=0; while [ $i -lt " + times + " ]; do " + command + " >/dev/null || exit; i=$((i+1)); done; times";
        return () -> {
            Process shell = new ProcessBuilder("sh", "-c", all)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String[] lines = new String(shell.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).split("\n");
            if (!shell.waitFor(10, TimeUnit.MINUTES) || lines.length < 2) {
                throw new IOException("failed: " + command);
            }
            double millis = 0;
            for (String time : lines[1].strip().split(" ")) {
                String[] parts = time.replace("s", "").split("m");
                millis += 60_000 * Double.parseDouble(parts[0]) + 1000 * Double.parseDouble(parts[1]);
            }
            return millis / times;
        };
    }

    private static void print(String what, double[] millis, String goal) {
        System.out.printf(
                Locale.ROOT,
                "%-52s %9.1f ms %9.1f ms %9.1f  %s%n",
                what,
                millis[0],
                millis[1],
                millis[1] / millis[0],
                goal);
    }
}
