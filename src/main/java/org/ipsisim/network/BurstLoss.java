package org.ipsisim.network;

import org.ipsisim.estate.Bursts;
import org.ipsisim.kernel.Draws;
import org.ipsisim.kernel.RandomLength;

/** Alternating good and bad times of exponential lengths, good first (Gilbert and Elliott; N4, N12). */
final class BurstLoss implements LossPattern {
    private final Bursts bursts;
    private final Draws draws;
    private boolean bad;
    private long spans = 1;
    private long end;

    /** @param start of the first good time in milliseconds */
    BurstLoss(Bursts bursts, Draws draws, long start) {
        this.bursts = bursts;
        this.draws = draws;
        this.end = start + length(0);
    }

    @Override
    public Impairment at(long time) {
        while (end <= time) {
            bad = !bad;
            end += length(spans++);
        }
        return Impairment.losing(bad ? bursts.loss() : 0);
    }

    @Override
    public long nextChangeAfter(long time) {
        return end;
    }

    private long length(long span) {
        double mean = (bad ? bursts.bad() : bursts.good()).toMillis();
        return RandomLength.exponential(mean).millis(draws.uniform(span));
    }
}
