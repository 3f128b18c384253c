package org.ipsisim.report;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.NumberList;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.HeartbeatRules.Transport;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;
import org.ipsisim.estate.Traffic;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Alarms;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.CommandHappening;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.ServerHappening;
import org.ipsisim.history.Words;

/**
 * The assumptions that affect a run: what the simulator chose where the sources disagree or say nothing, each with its
 * rules and the setting that changes it. Assumptions that made no difference are not listed.
 */
public final class Assumptions {
    private final Estate estate;
    private final Timers timers;
    private final RunFacts facts;
    private final Origins origins;
    private final BadNetwork network;
    private final long seed;
    private final List<String> lines = new ArrayList<>();

    private Assumptions(History history) {
        estate = history.scenario().estate();
        timers = estate.timers();
        facts = new RunFacts(history);
        origins = new Origins(history.scenario());
        network = new BadNetwork(history.scenario());
        seed = history.scenario().seed();
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
        assumptions.addAlarms(history);
        return List.copyOf(assumptions.lines);
    }

    private void addReadings() {
        if (facts.reached(PnState.WARM_RESET)) {
            add(
                    "Timers: " + timers.reading().meaning() + "; the sources disagree",
                    "C1, M14",
                    "timers.reading: " + timers.reading().key());
        }
        if (facts.reached(PnState.COLD_RESET) && (facts.hasCalls(false) || facts.hasCalls(true))) {
            add(
                    "Calls: " + timers.callsDrop().meaning() + "; the sources disagree",
                    "C2, M15",
                    "timers.calls-drop: " + timers.callsDrop().key());
        }
        Release release = estate.release();
        if (facts.reached(PnState.CONTACT_LOST) && (release == Release.CM_3_1_3 || release == Release.CM_4)) {
            add(
                    "The socket sanity time-out of " + release.key() + " is 3s unless set, and its no-service"
                            + " time-out 3m to 15m; inferred from the releases before and after",
                    "R4, R21, C3",
                    "release");
        }
    }

    private void addTimers() {
        for (TimerSetting setting : TimerSetting.values()) {
            if (facts.bears(setting) && !origins.isGiven(setting)) {
                setting.assumption(Words.duration(timers.millis(setting)))
                        .ifPresent(sentence -> add(sentence, setting.rule(), "timers." + setting.key()));
            }
        }
    }

    private void addTransport() {
        boolean bears = facts.reached(PnState.CONTACT_LOST) || network.losesByChance();
        if (estate.heartbeats().transport() == Transport.TCP) {
            add(
                    "Heartbeats go over TCP: what is lost is sent again after "
                            + switch (estate.heartbeats().firstWait()) {
                                case LINUX -> "a round trip and 200ms";
                                case RFC6298 -> "a round trip, at least 1s";
                            }
                            + ", then each time after twice as long; what comes after it waits, and the sanity time-out"
                            + " ends the connection",
                    "N7 to N10",
                    "heartbeat-transport: tcp, tcp-first-wait: "
                            + estate.heartbeats().firstWait().key());
        } else if (bears) {
            add(
                    "Heartbeats are single packets: one that is lost stays lost, and TCP neither repeats nor delays"
                            + " any",
                    "M3",
                    network.losesByChance() ? "heartbeat-transport: ideal" : "");
        }
        if (estate.heartbeats().dataCounts()) {
            add(
                    "Data for calls is contact like a heartbeat: 10 messages for each call, at random times",
                    "R3, N11",
                    "data-as-heartbeats: y");
        }
        if (facts.reached(PnState.CONTACT_LOST) && estate.main().duplex()) {
            add("A heartbeat of either main server is contact with the main", "Q3, R69", "");
        }
    }

    private void addBadNetwork() {
        if (network.losesByChance()) {
            add(
                    "Which heartbeats are lost is drawn at random, each on its own, with the seed " + seed
                            + "; with another seed they are others",
                    "N1, N2",
                    "seed");
        }
        if (network.hasBursts()) {
            add("Good and bad times of bursts have exponential lengths, and a good one is first", "N4", "bursts");
        }
        if (network.hasCongestion()) {
            add("Congestion strikes at regular times", "N5", "congestion");
        }
        if (network.hasMismatch()) {
            add(
                    "A port at half duplex loses in proportion to the mean number of calls of its port network, up to"
                            + " a peak",
                    "R9, N6",
                    "duplex-mismatch");
        }
        if (network.isSlowed()) {
            add("A link that has become slow keeps its traffic", "N3", "degrade");
        }
    }

    private void addLists() {
        List<Integer> tied = facts.tiedCores();
        if (!tied.isEmpty()) {
            add(
                    "Clusters " + NumberList.spoken(tied)
                            + " have the same rank and score on a list: the lower number comes first",
                    "Q1, M16",
                    "servers.survivable-cores.priority-score");
        }
        if (facts.listOverflows()) {
            add(
                    "More than eight servers want to be on a list: a better one displaces the worst, and a refused"
                            + " one tries again every 15m",
                    "Q2, M18",
                    "");
        }
    }

    private void addEscalation() {
        if (facts.happened(PnHappening.RequestRefused.class)) {
            add("When no server accepts, the no-service time-out starts again", "Q6, M11", "");
        }
        if (facts.survivableCoreControlled()) {
            add(
                    "Once a survivable core has accepted a port network, heartbeats of the main move nothing",
                    "Q10, M13",
                    "fallback.auto-return");
        }
        if (facts.survivableCoreFellSilent()) {
            add(
                    "A port network that loses its survivable core goes through the same resets as one that loses"
                            + " the main",
                    "Q7, M12",
                    "");
        }
        if (facts.sameServerRestarted()) {
            add("A server that is back after the cold reset restarts the port network (level 2)", "Q11, M9", "");
        }
        if (facts.reached(PnState.DOWN)) {
            add(
                    "A port network without power or a working IPSI loses its calls at once, and none of its timers"
                            + " runs",
                    "M28",
                    "");
        }
    }

    private void addServers() {
        if (estate.main().duplex()) {
            add(
                    "The main servers compare only how many IPSIs each reaches; more is better, by however few",
                    "Q9, M22, M23",
                    "port-networks.ignore-connectivity-in-arbitration");
        }
        if (facts.happened(ServerHappening.TwoActives.class)) {
            add(
                    "Two servers are active until they hear each other again: then the older active one steps down, and"
                            + " is refreshed 5m later",
                    "R68, M25",
                    "");
        }
        if (facts.happened(CommandHappening.BusiedOut.class)) {
            add(
                    "Heartbeats to an IPSI that is busied out go on, but are no contact, and a restart of the port"
                            + " network releases it",
                    "R17, M20",
                    "");
        }
        if (facts.ipsiInterchanged()) {
            add("With both IPSIs healthy, control returns to the A side after 1m", "M21", "");
        }
    }

    private void addFallback() {
        if (!facts.survivableCoreControlled()) {
            return;
        }
        if (estate.fallback() instanceof Fallback.ConnectionUp) {
            add(
                    "Each port network returns when its own connection to the main has been up long enough;"
                            + " recollected, no page at hand",
                    "Q12, R58, M26",
                    "fallback.connection-up-time");
        } else if (estate.fallback() instanceof Fallback.Scheduled) {
            add(
                    "Port networks that the main does not reach at the scheduled time are tried again each minute",
                    "Q13, M26",
                    "fallback.scheduled-at");
        }
    }

    private void addCalls() {
        if (facts.ipCallsFrozen()) {
            add("Calls between shuffled IP phones outlive every reset, without features", "C4, R18, M7", "");
        }
        if (facts.callsDropped() && facts.hasCalls(false)) {
            add(
                    "The stable calls are the ones up at the start: nobody dials again what has dropped",
                    "",
                    "port-networks.traffic");
        }
        if (facts.hasCalls(true)) {
            addRandomCalls(facts.randomCalls().losses());
        }
    }

    private void addRandomCalls(CallLosses losses) {
        add(
                "Random calls have come and gone before the start, do not know what went before, and nobody dials"
                        + " again",
                "T1, T3",
                "");
        if (origins.isSetUpAssumed()) {
            add(
                    "Dialling and ringing take " + Words.duration(Traffic.DEFAULT_SET_UP.toMillis())
                            + " on average, and everybody answers",
                    "T2",
                    "port-networks.traffic.set-up");
        }
        if (losses.delayed() > 0) {
            add("While no server is there, new calls wait and calls in set-up stand still", "T4, M5", "");
        }
        if (losses.setUpsLost() > 0 && facts.reached(PnState.WARM_RESET)) {
            add("A warm reset loses calls in set-up, as a warm restart of the whole system does", "R13, M6", "");
        }
        if (facts.callsGoElsewhere()) {
            add("A call between port networks needs both of them, under one server", "R47, T6", "");
        }
    }

    private void addAlarms(History history) {
        if (Alarms.of(history).stream().anyMatch(alarm -> isOfLostPortNetwork(alarm, history))) {
            add(
                    "Alarms: PKT-INT comes with the warm reset and EXP-PN with the cold reset, as in one field report;"
                            + " to the main, a port network without power is as silent as one that is cut off",
                    "",
                    "");
        }
    }

    private static boolean isOfLostPortNetwork(Alarm alarm, History history) {
        return alarm.raisedBy() == history.mainCluster() && alarm.severity() == Alarm.Severity.MAJOR;
    }

    private void add(String sentence, String rules, String setting) {
        StringBuilder line = new StringBuilder(sentence);
        if (!rules.isEmpty() || !setting.isEmpty()) {
            line.append(" (").append(rules);
            line.append(rules.isEmpty() || setting.isEmpty() ? "" : "; ")
                    .append(setting)
                    .append(')');
        }
        lines.add(line.append('.').toString());
    }
}
