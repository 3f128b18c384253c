package org.ipsisim.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ipsisim.document.NumberList;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.HeartbeatRules.Transport;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PriorityLists;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;
import org.ipsisim.estate.Traffic;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Alarms;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.CommandHappening;
import org.ipsisim.history.History;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.ServerHappening;
import org.ipsisim.history.Words;

/**
 * The assumptions that affect a run: what the simulator chose where the sources disagree or say nothing, each with its
 * rules and the setting that changes it. Assumptions that made no difference are not listed.
 */
public final class Assumptions {
    private final History history;
    private final Scenario scenario;
    private final Estate estate;
    private final Timers timers;
    private final TimerOrigins origins;
    private final Set<PnState> reached = EnumSet.noneOf(PnState.class);
    private final List<String> lines = new ArrayList<>();

    private Assumptions(History history) {
        this.history = history;
        scenario = history.scenario();
        estate = scenario.estate();
        timers = estate.timers();
        origins = new TimerOrigins(scenario);
        for (PnHistory pn : history.portNetworks()) {
            for (PnSpan span : pn.timeline()) {
                reached.add(span.state());
            }
        }
    }

    /** One sentence each, such as "A warm reset takes 4s once contact is back (M6; timers.warm-reset-duration)." */
    public static List<String> of(History history) {
        Assumptions assumptions = new Assumptions(history);
        assumptions.addReadings();
        assumptions.addTimers();
        assumptions.addTransport();
        assumptions.addBadNetwork();
        assumptions.addLists();
        assumptions.addEscalation();
        assumptions.addServers();
        assumptions.addFallback();
        assumptions.addCalls();
        assumptions.addAlarms();
        assumptions.lines.addAll(PhoneTables.assumptions(history));
        return List.copyOf(assumptions.lines);
    }

    private void add(boolean bears, String sentence) {
        if (bears) {
            lines.add(sentence);
        }
    }

    private void addReadings() {
        add(
                reached(PnState.WARM_RESET),
                "Timers: " + timers.reading().meaning() + "; the sources disagree (C1, M14; timers.reading: "
                        + timers.reading().key() + ").");
        add(
                reached(PnState.COLD_RESET) && (hasStableCalls() || hasTraffic()),
                "Calls: " + timers.callsDrop().meaning() + "; the sources disagree (C2, M15; timers.calls-drop: "
                        + timers.callsDrop().key() + ").");
        Release release = estate.release();
        add(
                reached(PnState.CONTACT_LOST) && (release == Release.CM_3_1_3 || release == Release.CM_4),
                "The socket sanity time-out of " + release.key() + " is 3s unless set, and its no-service time-out 3m"
                        + " to 15m; inferred from the releases before and after (R4, R21, C3; release).");
    }

    private void addTimers() {
        for (TimerSetting setting : TimerSetting.values()) {
            setting.assumption(Words.duration(timers.millis(setting)))
                    .ifPresent(sentence -> add(
                            bears(setting) && !origins.isGiven(setting),
                            sentence + " (" + setting.rule() + "; timers." + setting.key() + ")."));
        }
    }

    private boolean bears(TimerSetting setting) {
        return switch (setting) {
            case WARM_RESET_DURATION -> reached(PnState.WARM_RESET);
            case COLD_RESET_DURATION -> reached(PnState.COLD_RESET);
            case PN_RESTART_DURATION -> reached(PnState.RESTARTING);
            case IPSI_INTERCHANGE_DELAY ->
                anyPn(pn -> pn.portNetwork().duplicatedIpsis())
                        && (ipsiInterchanged() || reached(PnState.CONTACT_LOST));
            case SURVIVABLE_CORE_RESET -> happened(ServerHappening.SurvivableCoreReset.class);
            default -> anyPn(pn -> setting.bearsOn(pn.portNetwork(), estate));
        };
    }

    private void addTransport() {
        boolean tcp = estate.heartbeats().transport() == Transport.TCP;
        boolean losses = losesByChance();
        add(
                tcp,
                "Heartbeats go over TCP: what is lost is sent again after "
                        + switch (estate.heartbeats().firstWait()) {
                            case LINUX -> "a round trip and 200ms";
                            case RFC6298 -> "a round trip, at least 1s";
                        }
                        + ", then each time after twice as long; what comes after it waits, and the sanity time-out ends"
                        + " the connection (N7 to N10; heartbeat-transport: tcp, tcp-first-wait: "
                        + estate.heartbeats().firstWait().key() + ").");
        add(
                !tcp && (losses || reached(PnState.CONTACT_LOST)),
                "Heartbeats are single packets: one that is lost stays lost, and TCP neither repeats nor delays any (M3"
                        + (losses ? "; heartbeat-transport: ideal" : "") + ").");
        add(
                estate.heartbeats().dataCounts(),
                "Data for calls is contact like a heartbeat: 10 messages for each call, at random times"
                        + " (R3, N11; data-as-heartbeats: y).");
        add(
                reached(PnState.CONTACT_LOST) && estate.main().duplex(),
                "A heartbeat of either main server is contact with the main (Q3, R69).");
    }

    private void addBadNetwork() {
        add(
                losesByChance(),
                "Which heartbeats are lost is drawn at random, each on its own, with the seed " + scenario.seed()
                        + "; another seed loses others (N1, N2; seed).");
        add(
                hasBursts(),
                "Good and bad times of bursts have exponential lengths, and a good one is first (N4; bursts).");
        add(has(ScenarioEvent.Congestion.class), "Congestion strikes at regular times (N5; congestion).");
        add(
                has(ScenarioEvent.DuplexMismatch.class),
                "A port at half duplex loses in proportion to the mean number of calls of its port network, up to a"
                        + " peak (R9, N6; duplex-mismatch).");
        add(
                degrades(degrade -> degrade.latency().isPresent()),
                "A link that has become slow keeps its traffic (N3; degrade).");
    }

    private boolean losesByChance() {
        return hasLink(link -> link.loss() > 0)
                || hasBursts()
                || has(ScenarioEvent.Congestion.class)
                || has(ScenarioEvent.DuplexMismatch.class)
                || degrades(degrade -> degrade.loss().orElse(0) > 0);
    }

    private boolean hasBursts() {
        return hasLink(link -> link.bursts().isPresent())
                || degrades(degrade -> degrade.bursts().isPresent());
    }

    private boolean has(Class<? extends ScenarioEvent> kind) {
        return scenario.events().stream().anyMatch(kind::isInstance);
    }

    private boolean hasLink(Predicate<Link> condition) {
        return estate.links().stream().anyMatch(condition);
    }

    private boolean degrades(Predicate<ScenarioEvent.Degrade> condition) {
        return scenario.events().stream()
                .anyMatch(event -> event instanceof ScenarioEvent.Degrade degrade && condition.test(degrade));
    }

    private void addLists() {
        List<Integer> tied = tiedCores();
        add(
                !tied.isEmpty(),
                "Clusters " + NumberList.spoken(tied) + " have the same rank and score on a list: the lower number"
                        + " comes first (Q1, M16; servers.survivable-cores.priority-score).");
        add(
                anyPn(pn -> PriorityLists.candidates(estate.survivableCores(), pn.portNetwork())
                                .size()
                        >= PriorityLists.CAPACITY),
                "More than eight servers want to be on a list: a better one displaces the worst, and a refused one"
                        + " tries again every 15m (Q2, M18).");
    }

    /** The survivable cores that stood on one list with nothing but their cluster numbers to tell them apart. */
    private List<Integer> tiedCores() {
        List<SurvivableCore> cores = estate.survivableCores();
        return cores.stream()
                .filter(core -> cores.stream().anyMatch(other -> core != other && ties(core, other)))
                .map(SurvivableCore::cluster)
                .distinct()
                .sorted()
                .toList();
    }

    private boolean ties(SurvivableCore core, SurvivableCore other) {
        return core.priorityScore() == other.priorityScore()
                && anyPn(pn -> core.rankFor(pn.portNetwork()) == other.rankFor(pn.portNetwork())
                        && pn.lists().values().stream()
                                .flatMap(List::stream)
                                .anyMatch(
                                        span -> span.clusters().containsAll(List.of(core.cluster(), other.cluster()))));
    }

    private void addEscalation() {
        add(
                happened(PnHappening.RequestRefused.class),
                "When no server accepts, the no-service time-out starts again (Q6, M11).");
        add(
                coreControlled(),
                "Once a survivable core has accepted a port network, heartbeats of the main change nothing"
                        + " (Q10, M13; fallback.auto-return).");
        add(
                anySpan(span -> span.controller() != history.mainCluster() && span.state() == PnState.CONTACT_LOST),
                "A port network that loses its survivable core goes through the same resets as one that loses the main"
                        + " (Q7, M12).");
        add(
                anyNeighbours((before, span) -> span.state() == PnState.RESTARTING
                        && before.controller() == span.controller()
                        && (before.state() == PnState.COLD_RESET || before.state() == PnState.NO_SERVICE)),
                "A server that is back after the cold reset restarts the port network (level 2) (Q11, M9).");
        add(
                reached(PnState.DOWN),
                "A port network without power or a working IPSI loses its calls at once, and none of its timers runs"
                        + " (M28).");
    }

    private void addServers() {
        add(
                estate.main().duplex(),
                "The main servers compare only how many IPSIs each reaches; more is better, by however few"
                        + " (Q9, M22, M23; port-networks.ignore-connectivity-in-arbitration).");
        add(
                happened(ServerHappening.TwoActives.class),
                "Two servers are active until they hear each other again: then the older active one steps down, and is"
                        + " refreshed 5m later (R68, M25).");
        add(
                happened(CommandHappening.BusiedOut.class),
                "Heartbeats to an IPSI that is busied out go on, but are no contact, and a restart of the port network"
                        + " releases it (R17, M20).");
        add(ipsiInterchanged(), "With both IPSIs healthy, control returns to the A side after 1m (M21).");
    }

    private void addFallback() {
        add(
                coreControlled() && estate.fallback() instanceof Fallback.ConnectionUp,
                "Each port network returns when its own connection to the main has been up long enough; from memory,"
                        + " without a page of a manual (Q12, R58, M26; fallback.connection-up-time).");
        add(
                coreControlled() && estate.fallback() instanceof Fallback.Scheduled,
                "Port networks that the main does not reach at the scheduled time are tried again each minute"
                        + " (Q13, M26; fallback.scheduled-at).");
    }

    private void addCalls() {
        add(
                anyPn(pn -> pn.ipCalls().frozen() > 0),
                "Calls between shuffled IP phones outlive every reset, without features (C4, R18, M7).");
        add(
                anyPn(this::phonesLostPower),
                "The IP phones of a building without power have none either: calls between them end"
                        + " (M32; port-networks.ip-phones-keep-power).");
        add(
                anyPn(pn ->
                        lostStableCalls(pn) && pn.portNetwork().calls().redial().isEmpty()),
                "The stable calls are the ones up at the start: nobody dials again what has dropped"
                        + " (port-networks.calls.redial).");
        add(
                anyPn(this::lostStableCalls) && anyEntryOfPortNetworks("calls", "redial"),
                "People have made as many calls again "
                        + Words.duration(StableCalls.DEFAULT_REDIAL.toMillis())
                        + " after service is back (T9; port-networks.calls.redial).");
        if (hasTraffic()) {
            addRandomCalls(Sums.of(history.portNetworks()).randomCalls().losses());
        }
    }

    private boolean lostStableCalls(PnHistory pn) {
        return pn.pnCalls().dropped() + pn.ipCalls().dropped() > 0;
    }

    /** Whether some entry of the file has a mapping in which a key is left to its default. */
    private boolean anyEntryOfPortNetworks(String mapping, String key) {
        return IntStream.range(0, estate.portNetworks().size())
                .mapToObj(i -> "port-networks[" + i + "]." + mapping)
                .anyMatch(path -> origins.find(path).isPresent()
                        && origins.find(path + "." + key).isEmpty());
    }

    private boolean phonesLostPower(PnHistory pn) {
        return !pn.portNetwork().ipPhonesKeepPower()
                && history.trace()
                        .all(NetworkHappening.Failed.class)
                        .anyMatch(entry ->
                                entry.subject().name().equals(pn.portNetwork().site()));
    }

    private void addRandomCalls(CallLosses losses) {
        add(
                true,
                "Random calls have come and gone before the start, do not know what went before, and nobody dials again"
                        + " (T1, T3).");
        add(
                anyEntryOfPortNetworks("traffic", "set-up"),
                "Dialling and ringing take " + Words.duration(Traffic.DEFAULT_SET_UP.toMillis())
                        + " on average, and everybody answers (T2; port-networks.traffic.set-up).");
        add(losses.delayed() > 0, "While no server is there, new calls wait and calls in set-up stand still (T4, M5).");
        add(
                losses.setUpsLost() > 0 && reached(PnState.WARM_RESET),
                "A warm reset loses calls in set-up, as a warm restart of the whole system does (R13, M6).");
        add(
                anyPn(pn -> pn.portNetwork()
                        .traffic()
                        .filter(traffic -> !traffic.shares().others().isEmpty())
                        .isPresent()),
                "A call between port networks needs both of them, under one server (R47, T6).");
    }

    private void addAlarms() {
        add(
                Alarms.of(history).stream()
                        .anyMatch(alarm ->
                                alarm.raisedBy() == history.mainCluster() && alarm.severity() == Alarm.Severity.MAJOR),
                "Alarms: PKT-INT comes with the warm reset and EXP-PN with the cold reset, as in one field report; to"
                        + " the main, a port network without power is as silent as one that is cut off.");
    }

    private boolean anyPn(Predicate<PnHistory> condition) {
        return history.portNetworks().stream().anyMatch(condition);
    }

    private boolean anySpan(Predicate<PnSpan> condition) {
        return anyPn(pn -> pn.timeline().stream().anyMatch(condition));
    }

    private boolean anyNeighbours(BiPredicate<PnSpan, PnSpan> condition) {
        return anyPn(pn -> IntStream.range(1, pn.timeline().size())
                .anyMatch(i ->
                        condition.test(pn.timeline().get(i - 1), pn.timeline().get(i))));
    }

    /** Whether some port network was in this state at some time. */
    private boolean reached(PnState state) {
        return reached.contains(state);
    }

    private boolean happened(Class<?> kind) {
        return history.trace().all(kind).findAny().isPresent();
    }

    private boolean coreControlled() {
        return anySpan(span -> span.controller() != history.mainCluster());
    }

    private boolean ipsiInterchanged() {
        return anyPn(pn -> pn.totals().ipsiInterchanges() > 0);
    }

    private boolean hasStableCalls() {
        return anyPn(
                pn -> pn.portNetwork().calls().pn() + pn.portNetwork().calls().ip() > 0);
    }

    private boolean hasTraffic() {
        return anyPn(pn -> pn.portNetwork().traffic().isPresent());
    }
}
