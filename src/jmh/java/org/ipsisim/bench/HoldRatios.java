package org.ipsisim.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * The hold model on our agenda and on SSJ's Henriksen list by turns, in processor time: for a machine that others use at
 * the same time, where what happens to one side of a JMH run need not happen to the other.
 */
public final class HoldRatios {
    private static final int[] SIZES = {100, 1_000, 10_000, 100_000};
    private static final int WARMUP_ROUNDS = 20;
    private static final int ROUNDS = 60;
    private static final int INVOCATIONS = 30;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private HoldRatios() {}

    /** Prints the least nanoseconds an event took on either side, for each number of pending events. */
    public static void main(String[] arguments) {
        for (int size : SIZES) {
            HoldBenchmark.OurAgenda agenda = new HoldBenchmark.OurAgenda();
            HoldBenchmark onAgenda = hold(size);
            agenda.fill(onAgenda);
            HoldBenchmark.SsjList list = new HoldBenchmark.SsjList();
            HoldBenchmark onList = hold(size);
            list.kind = "Henriksen";
            list.fill(onList);
            double ours = Double.MAX_VALUE;
            double theirs = Double.MAX_VALUE;
            for (int round = 0; round < WARMUP_ROUNDS + ROUNDS; round++) {
                double oursNow = nanosPerEvent(() -> onAgenda.agenda(agenda));
                double theirsNow = nanosPerEvent(() -> onList.ssj(list));
                if (round >= WARMUP_ROUNDS) {
                    ours = Math.min(ours, oursNow);
                    theirs = Math.min(theirs, theirsNow);
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%,7d pending: agenda %.0f ns, Henriksen %.0f ns, ratio %.2f%n",
                    size,
                    ours,
                    theirs,
                    theirs / ours);
        }
    }

    private static HoldBenchmark hold(int pending) {
        HoldBenchmark hold = new HoldBenchmark();
        hold.pending = pending;
        hold.drawIncrements();
        return hold;
    }

    private static double nanosPerEvent(Runnable invocation) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < INVOCATIONS; i++) {
            invocation.run();
        }
        return (double) (THREADS.getCurrentThreadCpuTime() - start) / (INVOCATIONS * HoldBenchmark.EVENTS);
    }
}
