package org.ipsisim.scenario;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.MainCluster;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.SurvivableRemote;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a scenario with every default filled in as a scenario file; reading that file gives the same scenario.
 *
 * <p>Each port network has its own entry, and each expectation.
 */
public final class ScenarioWriter {
    private final YamlOutput out;

    private ScenarioWriter(JsonGenerator generator) {
        this.out = new YamlOutput(generator);
    }

    /** The scenario as YAML; lines end with LF. */
    public static String yaml(Scenario scenario) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = YamlOutput.generatorTo(text)) {
            new ScenarioWriter(generator).write(scenario);
        }
        return text.toString();
    }

    /** The scenario as one mapping, in whatever form the generator writes. */
    static void write(Scenario scenario, JsonGenerator generator) {
        new ScenarioWriter(generator).write(scenario);
    }

    private void write(Scenario scenario) {
        Estate estate = scenario.estate();
        out.startMapping();
        out.text("title", scenario.title());
        if (!scenario.description().isEmpty()) {
            out.text("description", scenario.description());
        }
        out.duration("duration", scenario.duration());
        out.number("seed", scenario.seed());
        out.text("release", estate.release().key());
        out.yesNo("enforce-ranges", !isSomethingOutOfRange(scenario));
        write(estate.timers());
        write(estate.fallback());
        out.text(HeartbeatsReader.TRANSPORT, estate.heartbeats().transport().key());
        out.yesNo(HeartbeatsReader.DATA, estate.heartbeats().dataCounts());
        out.texts("sites", estate.sites());
        out.list("links", estate.links(), this::write);
        out.startMapping("servers");
        write(estate.main());
        out.list("survivable-cores", estate.survivableCores(), this::write);
        out.list("survivable-remotes", estate.survivableRemotes(), this::write);
        out.endMapping();
        out.list("port-networks", estate.portNetworks(), this::write);
        out.list("events", scenario.events(), new EventWriter(out, estate.main().cluster())::write);
        out.list("random-outages", scenario.randomOutages(), new RandomOutageWriter(out)::write);
        out.list("expect", scenario.expectations(), new ExpectationWriter(out)::write);
        out.endMapping();
    }

    private void write(Timers timers) {
        out.startMapping("timers");
        for (TimerSetting setting : TimerSetting.values()) {
            out.duration(setting.key(), timers.get(setting));
        }
        out.text("reading", timers.reading().key());
        out.text("calls-drop", timers.callsDrop().key());
        out.endMapping();
    }

    private void write(Fallback fallback) {
        out.startMapping("fallback");
        out.text("auto-return", fallback.key());
        if (fallback instanceof Fallback.Scheduled scheduled) {
            out.duration("scheduled-at", scheduled.at());
        } else if (fallback instanceof Fallback.ConnectionUp connectionUp) {
            out.duration("connection-up-time", connectionUp.upTime());
        }
        out.endMapping();
    }

    private void write(Link link) {
        out.text("id", link.id());
        out.texts("between", List.of(link.a(), link.b()));
        out.duration("latency", link.latency());
        out.share("loss", link.loss());
        out.bursts(link.bursts());
        out.text("control-network", link.network().key());
    }

    private void write(MainCluster main) {
        out.startMapping("main");
        out.number("cluster", main.cluster());
        out.text("site", main.site());
        out.yesNo("duplex", main.duplex());
        if (main.duplex()) {
            out.text("standby-site", main.standbySite());
        }
        out.endMapping();
    }

    private void write(SurvivableCore core) {
        out.number("cluster", core.cluster());
        out.text("site", core.site());
        out.number("community", core.community());
        out.yesNo("system-preferred", core.systemPreferred());
        out.yesNo("local-preferred", core.localPreferred());
        out.yesNo("local-only", core.localOnly());
        out.number("priority-score", core.priorityScore());
    }

    private void write(SurvivableRemote remote) {
        out.text("name", remote.name());
        out.text("site", remote.site());
    }

    private void write(PortNetwork pn) {
        out.number("pn", pn.number());
        out.text("site", pn.site());
        out.number("community", pn.community());
        out.text("ipsis", pn.duplicatedIpsis() ? "duplicated" : "single");
        out.yesNo("ignore-connectivity-in-arbitration", pn.ignoreConnectivityInArbitration());
        out.startMapping("calls");
        out.number("pn", pn.calls().pn());
        out.number("ip", pn.calls().ip());
        out.endMapping();
        pn.traffic().ifPresent(new TrafficWriter(out)::write);
    }

    private static boolean isSomethingOutOfRange(Scenario scenario) {
        Estate estate = scenario.estate();
        boolean isFallback = estate.fallback() instanceof Fallback.ConnectionUp
                && !estate.release().returnsByConnection();
        if (isFallback || isAnyOutOfRange(estate.timers().settings(), estate)) {
            return true;
        }
        for (ScenarioEvent event : scenario.events()) {
            if (event instanceof ScenarioEvent.SetTimers change && isAnyOutOfRange(change.settings(), estate)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAnyOutOfRange(Map<TimerSetting, Duration> settings, Estate estate) {
        return settings.entrySet().stream()
                .anyMatch(e -> e.getValue().compareTo(estate.release().minOf(e.getKey())) < 0
                        || e.getValue().compareTo(estate.release().maxOf(e.getKey())) > 0);
    }
}
