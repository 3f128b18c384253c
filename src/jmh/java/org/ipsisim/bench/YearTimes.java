package org.ipsisim.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Locale;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.plain.PlainEngine;
import org.ipsisim.survivability.Simulation;

/**
 * A year of the largest estate, and ten minutes of it on the engine that makes an event of every heartbeat, by turns, in
 * processor time: for a machine that others use at the same time.
 */
public final class YearTimes {
    private static final int ROUNDS = 5;

    /** A year without loss takes so little that it needs, and gets, more turns. */
    private static final int TURNS_WITHOUT_LOSS = 20;

    private static final double LOSS = 0.01;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private YearTimes() {}

    /** Prints the least milliseconds of each. */
    public static void main(String[] arguments) {
        Scenario quiet = Scenarios.year(0);
        Scenario lossy = Scenarios.year(LOSS);
        Scenario minutes = Scenarios.lasting(Duration.ofMinutes(10), quiet);
        double year = Double.MAX_VALUE;
        double lossyYear = Double.MAX_VALUE;
        double plain = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            for (int turn = 0; turn < TURNS_WITHOUT_LOSS; turn++) {
                year = Math.min(year, millis(() -> Simulation.run(quiet, Detail.RESETS, Long.MAX_VALUE)));
            }
            lossyYear = Math.min(lossyYear, millis(() -> Simulation.run(lossy, Detail.RESETS, Long.MAX_VALUE)));
            plain = Math.min(plain, millis(() -> PlainEngine.run(minutes)));
        }
        System.out.printf(
                Locale.ROOT,
                "a year without loss: %.0f ms, with 1 %% loss: %.0f ms; ten minutes on the plain engine: %.0f ms%n",
                year,
                lossyYear,
                plain);
    }

    private static double millis(Runnable run) {
        long start = THREADS.getCurrentThreadCpuTime();
        run.run();
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }
}
