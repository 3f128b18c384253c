package org.ipsisim.generate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsisim.estate.CallsDropReading;
import org.ipsisim.estate.ControlNetwork;
import org.ipsisim.estate.EscalationReading;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.HeartbeatRules.Transport;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.MainCluster;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.Servers;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;

/**
 * Builds a scenario line by line, with the words and the durations of a scenario file. Sites come into being when
 * something stands there; the main, cluster 1, stands at {@code hq}. A duplex main is said before its servers are named.
 */
public final class ScenarioBuilder {
    private static final Pattern PART = Pattern.compile("(\\d+)(ms|[smhd])");
    private static final Map<String, Long> UNITS =
            Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private final Duration duration;
    private final TreeSet<String> sites = new TreeSet<>(List.of("hq"));
    private final List<Link> links = new ArrayList<>();
    private final List<SurvivableCore> cores = new ArrayList<>();
    private final List<PortNetwork> pns = new ArrayList<>();
    private final List<ScenarioEvent> events = new ArrayList<>();
    private MainCluster main = MainCluster.simplexAt("hq");
    private Timers timers = Timers.defaultsOf(Release.CM_6);
    private Fallback fallback = new Fallback.Manual();
    private HeartbeatRules heartbeats = HeartbeatRules.DEFAULT;

    private ScenarioBuilder(Duration duration) {
        this.duration = duration;
    }

    /** A scenario of a length, such as {@code 20m}. */
    public static ScenarioBuilder lasting(String duration) {
        return new ScenarioBuilder(duration(duration));
    }

    /** The main has a second server, {@code main-b}, that stands at a site. */
    public ScenarioBuilder duplex(String standbySite) {
        sites.add(standbySite);
        main = new MainCluster(1, "hq", true, standbySite);
        return this;
    }

    /** A port network with 40 stable calls of its own and 10 between IP phones, in community 1. */
    public ScenarioBuilder pn(int number, String site) {
        return pn(number, site, 1);
    }

    public ScenarioBuilder pn(int number, String site, int community) {
        return pn(number, site, community, false, false);
    }

    /** A port network in community 1 that does not count in the arbitration of the main servers (R70). */
    public ScenarioBuilder pnThatDoesNotCount(int number, String site) {
        return pn(number, site, 1, false, true);
    }

    /** A port network with two IPSIs in community 1. */
    public ScenarioBuilder pnWithTwoIpsis(int number, String site) {
        return pn(number, site, 1, true, false);
    }

    private ScenarioBuilder pn(int number, String site, int community, boolean duplicated, boolean ignoreConnectivity) {
        sites.add(site);
        pns.add(new PortNetwork(
                number, site, community, duplicated, ignoreConnectivity, new StableCalls(40, 10), Optional.empty()));
        return this;
    }

    /** A system preferred survivable core with score 1 in community 1. */
    public ScenarioBuilder core(int cluster, String site) {
        return core(new SurvivableCore(cluster, site, 1, true, false, false, 1));
    }

    public ScenarioBuilder core(SurvivableCore core) {
        sites.add(core.site());
        cores.add(core);
        return this;
    }

    public ScenarioBuilder link(String id, String a, String b, String latency) {
        sites.addAll(List.of(a, b));
        links.add(new Link(id, a, b, duration(latency), 0, ControlNetwork.BOTH, Optional.empty()));
        return this;
    }

    /** A link without latency that serves one control network (R81). */
    public ScenarioBuilder link(String id, String a, String b, ControlNetwork network) {
        sites.addAll(List.of(a, b));
        links.add(new Link(id, a, b, Duration.ZERO, 0, network, Optional.empty()));
        return this;
    }

    public ScenarioBuilder overTcp() {
        heartbeats = heartbeats.with(Transport.TCP);
        return this;
    }

    public ScenarioBuilder timer(String key, String value) {
        timers = timers.with(Keyed.find(TimerSetting.class, key).orElseThrow(), duration(value));
        return this;
    }

    public ScenarioBuilder reading(EscalationReading reading) {
        timers = timers.with(reading);
        return this;
    }

    public ScenarioBuilder callsDrop(CallsDropReading reading) {
        timers = timers.with(reading);
        return this;
    }

    public ScenarioBuilder scheduledReturn(String at) {
        fallback = new Fallback.Scheduled(duration(at));
        return this;
    }

    public ScenarioBuilder returnWhenConnectedFor(String upTime) {
        fallback = new Fallback.ConnectionUp(duration(upTime));
        return this;
    }

    public ScenarioBuilder fail(String at, String target) {
        return event(new ScenarioEvent.Fail(duration(at), target(target), Optional.empty()));
    }

    public ScenarioBuilder fail(String at, String target, String length) {
        return event(new ScenarioEvent.Fail(duration(at), target(target), Optional.of(duration(length))));
    }

    public ScenarioBuilder restore(String at, String target) {
        return event(new ScenarioEvent.Restore(duration(at), target(target)));
    }

    public ScenarioBuilder flap(String at, String target, String down, String up, int times) {
        return event(new ScenarioEvent.Flap(duration(at), target(target), duration(down), duration(up), times));
    }

    public ScenarioBuilder degrade(String at, String target, double loss, String length) {
        return event(new ScenarioEvent.Degrade(
                duration(at),
                target(target),
                OptionalDouble.of(loss),
                Optional.empty(),
                Optional.empty(),
                Optional.of(duration(length))));
    }

    public ScenarioBuilder slow(String at, String target, String latency, String length) {
        return event(new ScenarioEvent.Degrade(
                duration(at),
                target(target),
                OptionalDouble.empty(),
                Optional.of(duration(latency)),
                Optional.empty(),
                Optional.of(duration(length))));
    }

    public ScenarioBuilder congestion(String at, String target, String every, String burst, double loss) {
        return event(new ScenarioEvent.Congestion(
                duration(at), target(target), duration(every), duration(burst), loss, Optional.empty()));
    }

    public ScenarioBuilder forcedTakeover(String at, int cluster, Integer... portNetworks) {
        return event(new ScenarioEvent.ForcedTakeover(duration(at), cluster, new TreeSet<>(List.of(portNetworks))));
    }

    public ScenarioBuilder interchange(String at) {
        return event(new ScenarioEvent.Interchange(duration(at)));
    }

    public ScenarioBuilder disable(String at, int cluster) {
        return event(new ScenarioEvent.Disable(duration(at), cluster));
    }

    public ScenarioBuilder enable(String at, int cluster) {
        return event(new ScenarioEvent.Enable(duration(at), cluster));
    }

    public ScenarioBuilder setTimer(String at, String key, String value) {
        return event(new ScenarioEvent.SetTimers(
                duration(at), Map.of(Keyed.find(TimerSetting.class, key).orElseThrow(), duration(value))));
    }

    private ScenarioBuilder event(ScenarioEvent event) {
        events.add(event);
        return this;
    }

    public Scenario build() {
        Estate estate = new Estate(
                Release.CM_6,
                timers,
                fallback,
                List.copyOf(sites),
                links,
                new Servers(main, cores, List.of()),
                pns,
                heartbeats);
        return new Scenario(
                "built", "", duration, Scenario.DEFAULT_SEED, estate, events, List.of(), List.of(), Provenance.NONE);
    }

    private Target target(String name) {
        if (name.equals("main")) {
            return new Target.OfServers(
                    name, main.servers().stream().map(Server::id).toList());
        }
        if (main.servers().stream().anyMatch(server -> server.id().equals(name))) {
            return new Target.OfServers(name, List.of(name));
        }
        if (name.startsWith("sc-")) {
            return new Target.OfServers(name, List.of(name));
        }
        if (name.startsWith("pn-")) {
            return new Target.OfControlPath(Integer.parseInt(name.substring(3)));
        }
        if (name.startsWith("ipsi-")) {
            int pn = Integer.parseInt(name.substring(5, name.length() - 1));
            return new Target.OfIpsi(new IpsiId(pn, name.endsWith("a") ? IpsiId.Side.A : IpsiId.Side.B));
        }
        if (sites.contains(name)) {
            return new Target.OfSite(name);
        }
        if (links.stream().anyMatch(link -> link.id().equals(name))) {
            return new Target.OfLink(name);
        }
        throw new IllegalArgumentException("nothing is named " + name);
    }

    private static Duration duration(String text) {
        Matcher part = PART.matcher(text);
        long millis = 0;
        int end = 0;
        while (part.find() && part.start() == end) {
            millis += Long.parseLong(part.group(1)) * UNITS.get(part.group(2));
            end = part.end();
        }
        if (end == 0 || end != text.length()) {
            throw new IllegalArgumentException("not a duration: " + text);
        }
        return Duration.ofMillis(millis);
    }
}
