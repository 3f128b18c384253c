package org.ipsisim.report;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.PriorityLists;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.Happening;
import org.ipsisim.history.History;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.RandomCalls;
import org.ipsisim.history.ServerHappening;
import org.ipsisim.history.TraceEntry;

/** Yes-or-no facts about a run that decide which assumptions bear on it. */
final class RunFacts {
    private final History history;
    private final int mainCluster;

    RunFacts(History history) {
        this.history = history;
        this.mainCluster = history.mainCluster();
    }

    /** Whether some port network was in this state at some time. */
    boolean reached(PnState state) {
        for (PnHistory pn : history.portNetworks()) {
            for (PnSpan span : pn.timeline()) {
                if (span.state() == state) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the length of an assumed timer bears on the run. */
    boolean bears(TimerSetting setting) {
        return switch (setting) {
            case WARM_RESET_DURATION -> reached(PnState.WARM_RESET);
            case COLD_RESET_DURATION -> reached(PnState.COLD_RESET);
            case PN_RESTART_DURATION -> reached(PnState.RESTARTING);
            case IPSI_INTERCHANGE_DELAY ->
                hasDuplicatedIpsis() && (ipsiInterchanged() || reached(PnState.CONTACT_LOST));
            case SURVIVABLE_CORE_RESET -> happened(ServerHappening.SurvivableCoreReset.class);
            default ->
                history.portNetworks().stream()
                        .anyMatch(pn -> setting.bearsOn(
                                pn.portNetwork(), history.scenario().estate()));
        };
    }

    /** Whether a survivable core controlled a port network at some time. */
    boolean survivableCoreControlled() {
        for (PnHistory pn : history.portNetworks()) {
            for (PnSpan span : pn.timeline()) {
                if (span.controller() != mainCluster) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a port network under a survivable core missed its heartbeats. */
    boolean survivableCoreFellSilent() {
        for (PnHistory pn : history.portNetworks()) {
            for (PnSpan span : pn.timeline()) {
                if (span.controller() != mainCluster && span.state() == PnState.CONTACT_LOST) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the server that a port network had lost came back after the cold reset and restarted it (M9). */
    boolean sameServerRestarted() {
        for (PnHistory pn : history.portNetworks()) {
            PnSpan previous = null;
            for (PnSpan span : pn.timeline()) {
                if (previous != null
                        && span.state() == PnState.RESTARTING
                        && previous.controller() == span.controller()
                        && (previous.state() == PnState.COLD_RESET || previous.state() == PnState.NO_SERVICE)) {
                    return true;
                }
                previous = span;
            }
        }
        return false;
    }

    /** Whether something of this kind happened. */
    boolean happened(Class<? extends Happening> kind) {
        for (TraceEntry entry : history.trace()) {
            if (kind.isInstance(entry.what())) {
                return true;
            }
        }
        return false;
    }

    /** Whether control moved between the IPSIs of a port network. */
    boolean ipsiInterchanged() {
        for (PnHistory pn : history.portNetworks()) {
            if (pn.totals().ipsiInterchanges() > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean hasDuplicatedIpsis() {
        for (PnHistory pn : history.portNetworks()) {
            if (pn.portNetwork().duplicatedIpsis()) {
                return true;
            }
        }
        return false;
    }

    /** Whether calls between shuffled IP phones were without features for some time. */
    boolean ipCallsFrozen() {
        for (PnHistory pn : history.portNetworks()) {
            if (pn.ipCalls().frozen() > 0) {
                return true;
            }
        }
        return false;
    }

    boolean callsDropped() {
        for (PnHistory pn : history.portNetworks()) {
            if (pn.totals().callsDropped() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a port network has calls: stable ones if {@code random} is false. */
    boolean hasCalls(boolean random) {
        for (PnHistory pn : history.portNetworks()) {
            PortNetwork portNetwork = pn.portNetwork();
            boolean fixed = portNetwork.calls().pn() + portNetwork.calls().ip() > 0;
            if (random ? portNetwork.traffic().isPresent() : fixed) {
                return true;
            }
        }
        return false;
    }

    /** What became of all random calls. */
    RandomCalls randomCalls() {
        return Sums.of(history.portNetworks()).randomCalls();
    }

    /** Whether random calls go from one port network to another. */
    boolean callsGoElsewhere() {
        return history.portNetworks().stream()
                .flatMap(pn -> pn.portNetwork().traffic().stream())
                .anyMatch(traffic -> !traffic.shares().others().isEmpty());
    }

    /** Whether more than eight servers could stand on some IPSI's list. */
    boolean listOverflows() {
        for (PnHistory pn : history.portNetworks()) {
            int candidates = 1
                    + PriorityLists.candidates(history.scenario().estate().survivableCores(), pn.portNetwork())
                            .size();
            if (candidates > PriorityLists.CAPACITY) {
                return true;
            }
        }
        return false;
    }

    /** The survivable cores that stood on one list with nothing but their cluster numbers to tell them apart. */
    List<Integer> tiedCores() {
        List<Integer> tied = new ArrayList<>();
        List<SurvivableCore> cores = history.scenario().estate().survivableCores();
        for (SurvivableCore core : cores) {
            for (SurvivableCore other : cores) {
                if (core != other && ties(core, other) && !tied.contains(core.cluster())) {
                    tied.add(core.cluster());
                }
            }
        }
        tied.sort(null);
        return tied;
    }

    private boolean ties(SurvivableCore core, SurvivableCore other) {
        for (PnHistory pn : history.portNetworks()) {
            if (core.rankFor(pn.portNetwork()) == other.rankFor(pn.portNetwork())
                    && core.priorityScore() == other.priorityScore()
                    && onOneList(pn, core.cluster(), other.cluster())) {
                return true;
            }
        }
        return false;
    }

    private static boolean onOneList(PnHistory pn, int cluster, int other) {
        for (List<ListSpan> spans : pn.lists().values()) {
            for (ListSpan span : spans) {
                if (span.clusters().contains(cluster) && span.clusters().contains(other)) {
                    return true;
                }
            }
        }
        return false;
    }
}
