package org.ipsisim.generate;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ipsisim.estate.ControlNetwork;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.MainCluster;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.Words;

/** Writes a scenario as a scenario file, one short line for each thing, for a human to read and to run. */
public final class ScenarioText {
    private final StringBuilder text = new StringBuilder();

    private ScenarioText() {}

    /** The scenario as YAML; only timers that differ from the release's are written. */
    public static String of(Scenario scenario) {
        ScenarioText text = new ScenarioText();
        text.write(scenario);
        return text.text.toString();
    }

    private void write(Scenario scenario) {
        Estate estate = scenario.estate();
        line("title: '" + scenario.title() + "'");
        line("duration: " + words(scenario.duration()));
        line("enforce-ranges: n");
        writeTimers(estate);
        if (estate.fallback() instanceof Fallback.Scheduled f) {
            line("fallback: {auto-return: scheduled, scheduled-at: " + words(f.at()) + "}");
        } else if (estate.fallback() instanceof Fallback.ConnectionUp f) {
            line("fallback: {auto-return: connection-up, connection-up-time: " + words(f.upTime()) + "}");
        }
        line("sites: [" + String.join(", ", estate.sites()) + "]");
        list("links:", estate.links(), ScenarioText::link);
        line("servers:");
        line("  main: {" + main(estate.main()) + "}");
        list("  survivable-cores:", estate.survivableCores(), ScenarioText::core);
        list("port-networks:", estate.portNetworks(), ScenarioText::portNetwork);
        list("events:", scenario.events(), ScenarioText::event);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private <T> void list(String key, List<T> items, Function<T, String> words) {
        if (!items.isEmpty()) {
            line(key);
            String indent = key.startsWith(" ") ? "    - {" : "  - {";
            items.forEach(item -> line(indent + words.apply(item) + "}"));
        }
    }

    private void writeTimers(Estate estate) {
        line("timers:");
        for (TimerSetting setting : TimerSetting.values()) {
            Duration value = estate.timers().get(setting);
            if (!value.equals(estate.release().defaultOf(setting))) {
                line("  " + setting.key() + ": " + words(value));
            }
        }
        line("  reading: " + estate.timers().reading().key());
        line("  calls-drop: " + estate.timers().callsDrop().key());
    }

    private static String link(Link link) {
        return "id: " + link.id() + ", between: [" + link.a() + ", " + link.b() + "], latency: "
                + words(link.latency())
                + (link.network() == ControlNetwork.BOTH
                        ? ""
                        : ", control-network: " + link.network().key());
    }

    private static String main(MainCluster main) {
        return "cluster: " + main.cluster() + ", site: " + main.site()
                + (main.duplex() ? ", duplex: y, standby-site: " + main.standbySite() : "");
    }

    private static String core(SurvivableCore core) {
        return "cluster: " + core.cluster() + ", site: " + core.site() + ", community: " + core.community()
                + ", system-preferred: " + yesNo(core.systemPreferred()) + ", local-preferred: "
                + yesNo(core.localPreferred()) + ", local-only: " + yesNo(core.localOnly()) + ", priority-score: "
                + core.priorityScore();
    }

    private static String portNetwork(PortNetwork pn) {
        return "pn: " + pn.number() + ", site: " + pn.site() + ", community: " + pn.community()
                + (pn.duplicatedIpsis() ? ", ipsis: duplicated" : "")
                + (pn.ignoreConnectivityInArbitration() ? ", ignore-connectivity-in-arbitration: y" : "")
                + ", calls: {pn: "
                + pn.calls().pn() + ", ip: " + pn.calls().ip() + "}";
    }

    private static String event(ScenarioEvent event) {
        String at = "at: " + words(event.at()) + ", ";
        if (event instanceof ScenarioEvent.Fail e) {
            return at + "fail: " + e.target().name() + orNothing(", for: ", e.duration());
        }
        if (event instanceof ScenarioEvent.Restore e) {
            return at + "restore: " + e.target().name();
        }
        if (event instanceof ScenarioEvent.Flap e) {
            return at + "flap: " + e.target().name() + ", down: " + words(e.down()) + ", up: " + words(e.up())
                    + ", times: " + e.times();
        }
        if (event instanceof ScenarioEvent.ForcedTakeover e) {
            return at + "forced-takeover: " + e.cluster() + ", port-networks: " + e.portNetworks();
        }
        if (event instanceof ScenarioEvent.Interchange) {
            return at + "interchange: main";
        }
        if (event instanceof ScenarioEvent.Disable e) {
            return at + "disable: sc-" + e.cluster();
        }
        if (event instanceof ScenarioEvent.Enable e) {
            return at + "enable: sc-" + e.cluster();
        }
        if (event instanceof ScenarioEvent.SetTimers e) {
            String settings = new TreeMap<>(e.settings())
                    .entrySet().stream()
                            .map(entry -> entry.getKey().key() + ": " + words(entry.getValue()))
                            .collect(Collectors.joining(", "));
            return at + "set-timers: {" + settings + "}";
        }
        throw new IllegalArgumentException("not known here: " + event);
    }

    private static String orNothing(String key, Optional<Duration> value) {
        return value.map(duration -> key + words(duration)).orElse("");
    }

    private static String yesNo(boolean value) {
        return value ? "y" : "n";
    }

    /** Such as {@code 1m14s20ms}: a scenario file has no fractions of a second. */
    private static String words(Duration duration) {
        String millis = duration.toMillisPart() == 0 ? "" : duration.toMillisPart() + "ms";
        Duration seconds = duration.truncatedTo(ChronoUnit.SECONDS);
        return seconds.isZero() && !millis.isEmpty() ? millis : Words.duration(seconds.toMillis()) + millis;
    }
}
