package org.ipsisim.scenario;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.TimerSetting;

/** Writes the keys of one entry of {@code events}. */
final class EventWriter {
    private final YamlOutput out;
    private final int main;

    /** @param main the cluster number of the main */
    EventWriter(YamlOutput out, int main) {
        this.out = out;
        this.main = main;
    }

    void write(ScenarioEvent event) {
        out.duration("at", event.at());
        if (event instanceof ScenarioEvent.Fail fail) {
            out.text("fail", fail.target().name());
            length(fail.duration());
        } else if (event instanceof ScenarioEvent.Restore restore) {
            out.text("restore", restore.target().name());
        } else if (event instanceof ScenarioEvent.Flap flap) {
            out.text("flap", flap.target().name());
            out.duration("down", flap.down());
            out.duration("up", flap.up());
            out.number("times", flap.times());
        } else if (event instanceof ScenarioEvent.Degrade degrade) {
            write(degrade);
        } else if (event instanceof ScenarioEvent.Congestion congestion) {
            write(congestion);
        } else if (event instanceof ScenarioEvent.DuplexMismatch mismatch) {
            write(mismatch);
        } else {
            writeOrder(event);
        }
    }

    private void write(ScenarioEvent.Degrade degrade) {
        out.text("degrade", degrade.target().name());
        if (degrade.loss().isPresent()) {
            out.share("loss", degrade.loss().getAsDouble());
        }
        if (degrade.latency().isPresent()) {
            out.duration("latency", degrade.latency().get());
        }
        out.bursts(degrade.bursts());
        length(degrade.duration());
    }

    private void write(ScenarioEvent.Congestion congestion) {
        out.text("congestion", congestion.target().name());
        out.duration("every", congestion.every());
        out.duration("burst", congestion.burst());
        out.share("loss", congestion.loss());
        length(congestion.duration());
    }

    private void write(ScenarioEvent.DuplexMismatch mismatch) {
        out.text("duplex-mismatch", mismatch.target().name());
        out.share("peak-loss", mismatch.peakLoss());
        out.decimal("full-load", mismatch.fullLoad());
        length(mismatch.duration());
    }

    /** What a person orders, rather than what breaks. */
    private void writeOrder(ScenarioEvent event) {
        if (event instanceof ScenarioEvent.ForcedTakeover takeover) {
            out.number("forced-takeover", takeover.cluster());
            out.numbers("port-networks", takeover.portNetworks());
        } else if (event instanceof ScenarioEvent.Interchange) {
            out.text("interchange", "main");
        } else if (event instanceof ScenarioEvent.Disable disable) {
            out.text("disable", clusterName(disable.cluster()));
        } else if (event instanceof ScenarioEvent.Enable enable) {
            out.text("enable", clusterName(enable.cluster()));
        } else if (event instanceof ScenarioEvent.BusyOut busyOut) {
            write("busyout", busyOut.ipsi());
        } else if (event instanceof ScenarioEvent.ReleaseBusyOut release) {
            write("release-busyout", release.ipsi());
        } else if (event instanceof ScenarioEvent.SetTimers change) {
            out.startMapping("set-timers");
            for (Map.Entry<TimerSetting, Duration> entry : change.settings().entrySet()) {
                out.duration(entry.getKey().key(), entry.getValue());
            }
            out.endMapping();
        } else {
            throw new IllegalArgumentException("no form for " + event);
        }
    }

    private String clusterName(int cluster) {
        return cluster == main ? "main" : "sc-" + cluster;
    }

    private void write(String key, IpsiId ipsi) {
        out.text(key, new Target.OfIpsi(ipsi).name());
    }

    private void length(Optional<Duration> duration) {
        if (duration.isPresent()) {
            out.duration("for", duration.get());
        }
    }
}
