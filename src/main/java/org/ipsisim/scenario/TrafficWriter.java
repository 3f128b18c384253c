package org.ipsisim.scenario;

import java.util.List;
import java.util.Map;
import org.ipsisim.estate.CallShares;
import org.ipsisim.estate.DayProfile;
import org.ipsisim.estate.HoldingLaw;
import org.ipsisim.estate.Traffic;

/** Writes the traffic of a port network with every default filled in. */
final class TrafficWriter {
    private final YamlOutput out;

    TrafficWriter(YamlOutput out) {
        this.out = out;
    }

    void write(Traffic traffic) {
        out.startMapping("traffic");
        out.decimal("calls-per-hour", traffic.callsPerHour());
        out.duration("mean-hold", traffic.meanHold());
        out.text("hold", traffic.law().key());
        if (traffic.law() == HoldingLaw.LOGNORMAL) {
            out.decimal("hold-variation", traffic.variation());
        }
        out.duration("set-up", traffic.setUp());
        CallShares shares = traffic.shares();
        out.share("trunk", shares.trunk());
        traffic.circuits().ifPresent(circuits -> out.number("trunk-circuits", circuits));
        out.share("ip", shares.ip());
        out.list("to", List.copyOf(shares.others().entrySet()), this::writeCallee);
        out.list("profile", traffic.profile().steps(), this::writeStep);
        out.endMapping();
    }

    private void writeCallee(Map.Entry<Integer, Double> callee) {
        out.number("pn", callee.getKey());
        out.share("share", callee.getValue());
    }

    private void writeStep(DayProfile.Step step) {
        out.duration("from", step.from());
        out.share("share", step.share());
    }
}
