package org.ipsisim.heartbeat;

import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.network.Impairment;
import org.ipsisim.network.LossPattern;

/**
 * Loss that grows with the calls of a port network, up to a peak (R9, N6).
 *
 * @param pn the port network of the IPSI
 */
public record MismatchLoss(ScenarioEvent.DuplexMismatch mismatch, PortNetwork pn) implements LossPattern {
    @Override
    public Impairment at(long time) {
        double calls = pn.calls().pn() + (double) pn.calls().ip();
        if (pn.traffic().isPresent()) {
            calls += pn.traffic().get().callsUp(pn.traffic().get().callsPerHourAt(time));
        }
        return Impairment.losing(mismatch.peakLoss() * Math.min(1, calls / mismatch.fullLoad()));
    }

    @Override
    public long nextChangeAfter(long time) {
        return pn.traffic().map(traffic -> traffic.nextChangeAfter(time)).orElse(Agenda.NEVER);
    }
}
