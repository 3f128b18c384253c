package org.ipsisim.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ipsisim.estate.CallShares;
import org.ipsisim.estate.DayProfile;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Expectation;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.HoldingLaw;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.MainCluster;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.Servers;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.Timers;
import org.ipsisim.estate.Traffic;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.CallOutcome;
import org.ipsisim.history.Happening;
import org.ipsisim.history.Histories;
import org.ipsisim.history.History;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.NamedSubject;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.PnTotals;
import org.ipsisim.history.RandomCalls;
import org.ipsisim.history.RoleSpan;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.ServerRole;
import org.ipsisim.history.Trace;
import org.ipsisim.history.TraceEntry;

/** Puts a history together by hand, each port network's timeline written as one line. */
final class HistoryBuilder {
    private final String title;
    private final long duration;
    private String file = "-";
    private Release release = Release.CM_6;
    private Timers timers;
    private Fallback fallback = new Fallback.Manual();
    private MainCluster main = MainCluster.simplexAt("hq");
    private Map<String, Provenance.Place> places = Map.of();
    private long serverInterchanges;
    private final List<SurvivableCore> cores = new ArrayList<>();
    private final List<PnHistory> portNetworks = new ArrayList<>();
    private final List<TraceEntry> trace = new ArrayList<>();
    private final List<ScenarioEvent> events = new ArrayList<>();
    private final List<Expectation> expectations = new ArrayList<>();

    HistoryBuilder(String title, Duration duration) {
        this.title = title;
        this.duration = duration.toMillis();
    }

    HistoryBuilder file(String name) {
        file = name;
        return this;
    }

    HistoryBuilder release(Release other) {
        release = other;
        return this;
    }

    HistoryBuilder timers(Timers other) {
        timers = other;
        return this;
    }

    HistoryBuilder places(Map<String, Provenance.Place> other) {
        places = other;
        return this;
    }

    HistoryBuilder fallback(Fallback other) {
        fallback = other;
        return this;
    }

    HistoryBuilder duplexMain(long interchanges) {
        main = new MainCluster(1, "hq", true, "hq");
        serverInterchanges = interchanges;
        return this;
    }

    HistoryBuilder core(int cluster) {
        return core(new SurvivableCore(cluster, "dallas", 2, false, true, false, cluster));
    }

    HistoryBuilder core(SurvivableCore core) {
        cores.add(core);
        return this;
    }

    HistoryBuilder event(ScenarioEvent event) {
        events.add(event);
        return this;
    }

    HistoryBuilder expect(Expectation expectation) {
        expectations.add(expectation);
        return this;
    }

    /** Adds a trace entry; entries count from 1. */
    HistoryBuilder trace(long seconds, String subject, int cause, Happening what) {
        return traceMillis(seconds * 1000, subject, cause, what);
    }

    HistoryBuilder traceMillis(long at, String subject, int cause, Happening what) {
        trace.add(new TraceEntry(nextId(), at, NamedSubject.of(subject), cause, 0, what.rules(), what));
        return this;
    }

    /** The id that the next trace entry gets. */
    int nextId() {
        return trace.size() + 1;
    }

    /** Adds a port network without calls whose list stays the same. */
    HistoryBuilder pn(int number, String timeline) {
        return pn(number, StableCalls.NONE, timeline, new ListSpan(0, duration, List.of(1)));
    }

    /** Adds a port network in community 2; calls drop at the first cold reset, restart or loss of power. */
    HistoryBuilder pn(int number, StableCalls calls, String timeline, ListSpan... lists) {
        List<PnSpan> spans = spans(timeline);
        PortNetwork pn = new PortNetwork(number, "dallas", 2, false, false, calls, Optional.empty());
        SortedMap<IpsiId, List<ListSpan>> byIpsi = new TreeMap<>();
        byIpsi.put(pn.ipsis().get(0), List.of(lists));
        PnTotals totals = totals(spans, calls);
        boolean frozen = totals.degraded() > 0;
        long dropped = totals.callsDropped();
        portNetworks.add(Histories.pn(
                pn,
                spans,
                byIpsi,
                totals,
                new CallOutcome(calls.pn(), dropped, frozen ? calls.pn() : 0, 0),
                new CallOutcome(calls.ip(), 0, frozen ? calls.ip() : 0, 0)));
        return this;
    }

    /** Gives the last port network random calls: what became of them, and what they lost in each span. */
    HistoryBuilder randomCalls(RandomCalls calls, CallLosses... bySpan) {
        PnHistory pn = portNetworks.remove(portNetworks.size() - 1);
        List<PnSpan> spans = new ArrayList<>();
        for (PnSpan span : pn.timeline()) {
            CallLosses losses = spans.size() < bySpan.length ? bySpan[spans.size()] : CallLosses.NONE;
            spans.add(new PnSpan(span.from(), span.to(), span.state(), span.controller(), losses));
        }
        PortNetwork plain = pn.portNetwork();
        PnTotals totals = pn.totals();
        portNetworks.add(Histories.pn(
                plain.with(Optional.of(new Traffic(
                        300,
                        Duration.ofMinutes(3),
                        HoldingLaw.EXPONENTIAL,
                        1,
                        Traffic.DEFAULT_SET_UP,
                        CallShares.WITHIN,
                        OptionalInt.empty(),
                        DayProfile.ALWAYS))),
                spans,
                pn.lists(),
                new PnTotals(
                        totals.outage(),
                        totals.degraded(),
                        totals.warmResets(),
                        totals.coldResets(),
                        totals.failovers(),
                        totals.fallbacks(),
                        totals.ipsiInterchanges(),
                        totals.callsDropped() + calls.losses().dropped(),
                        calls.losses().blocked(),
                        calls.losses().delayed()),
                pn.pnCalls(),
                pn.ipCalls(),
                calls));
        return this;
    }

    History build() {
        Timers inForce = timers == null ? Timers.defaultsOf(release) : timers;
        List<PortNetwork> pns =
                portNetworks.stream().map(PnHistory::portNetwork).toList();
        Estate estate = new Estate(
                release,
                inForce,
                fallback,
                List.of("hq", "dallas"),
                List.of(),
                new Servers(main, cores, List.of()),
                pns,
                HeartbeatRules.DEFAULT);
        Scenario scenario = new Scenario(
                title,
                "",
                Duration.ofMillis(duration),
                7,
                estate,
                events,
                List.of(),
                expectations,
                new Provenance(file, places));
        List<ServerHistory> servers = new ArrayList<>();
        for (Server server : main.servers()) {
            ServerRole role = server.id().equals("main-b") ? ServerRole.STANDBY : ServerRole.ACTIVE;
            servers.add(Histories.server(server, List.of(new RoleSpan(0, duration, role))));
        }
        for (SurvivableCore core : cores) {
            servers.add(Histories.server(core.server(), List.of(new RoleSpan(0, duration, ServerRole.IDLE))));
        }
        return Histories.of(scenario, new Trace(trace), portNetworks, servers, serverInterchanges);
    }

    private static List<PnSpan> spans(String timeline) {
        Map<String, PnState> states = new HashMap<>(Map.of(
                "main", PnState.IN_SERVICE,
                "lost", PnState.CONTACT_LOST,
                "warm", PnState.WARM_RESET,
                "cold", PnState.COLD_RESET,
                "none", PnState.NO_SERVICE,
                "down", PnState.DOWN));
        List<PnSpan> spans = new ArrayList<>();
        int controller = 1;
        long at = 0;
        for (String part : timeline.split(" \\| ")) {
            String word = part.substring(0, part.indexOf(' '));
            String seconds = part.substring(part.indexOf(' ') + 1, part.length() - 1);
            long length = new BigDecimal(seconds).movePointRight(3).longValueExact();
            PnState state = states.get(word);
            if (word.equals("main")) {
                controller = 1;
            } else if (word.startsWith("restart→")) {
                state = PnState.RESTARTING;
                controller = Integer.parseInt(word.substring("restart→".length()));
            } else if (word.startsWith("sc-")) {
                state = PnState.IN_SERVICE;
                controller = Integer.parseInt(word.substring("sc-".length()));
            }
            spans.add(new PnSpan(at, at + length, state, controller));
            at += length;
        }
        return spans;
    }

    private static PnTotals totals(List<PnSpan> spans, StableCalls calls) {
        long outage = 0;
        long degraded = 0;
        long warm = 0;
        long cold = 0;
        long failovers = 0;
        long fallbacks = 0;
        PnSpan previous = spans.get(0);
        for (PnSpan span : spans) {
            outage += span.state().isOutage() ? span.length() : 0;
            degraded += span.state().isDegraded() ? span.length() : 0;
            warm += span.state() == PnState.WARM_RESET ? 1 : 0;
            cold += span.state() == PnState.COLD_RESET ? 1 : 0;
            if (span.controller() != previous.controller()) {
                failovers += span.controller() == 1 ? 0 : 1;
                fallbacks += span.controller() == 1 ? 1 : 0;
            }
            previous = span;
        }
        long dropped = outage > 0 ? calls.pn() : 0;
        return new PnTotals(outage, degraded, warm, cold, failovers, fallbacks, 0, dropped, 0, 0);
    }
}
