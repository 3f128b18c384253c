package org.ipsisim.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ipsisim.estate.Element;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Plane;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.SessionManager;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.network.FaultPlan;
import org.ipsisim.network.Network;

/** When the session managers of a scenario fail, are cut off, and come back. */
final class LabFaults {
    /** A session manager changes its state at a time of the scenario, in milliseconds. */
    record Change(long at, String sessionManager, LabEnd.State state) {}

    private final Estate estate;
    private final Network network;
    private final Set<String> failed = new TreeSet<>();
    private final Map<String, LabEnd.State> states = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();

    private LabFaults(Estate estate) {
        this.estate = estate;
        this.network = new Network(new Agenda(), estate.sites(), estate.links());
        estate.sip().sessionManagers().forEach(sm -> states.put(sm.name(), LabEnd.State.UP));
    }

    /** All changes, by time. */
    static List<Change> of(Scenario scenario) {
        LabFaults faults = new LabFaults(scenario.estate());
        List<FaultPlan.Change> plan = FaultPlan.of(scenario.events());
        for (int i = 0; i < plan.size(); i++) {
            faults.take(plan.get(i));
            if (i + 1 == plan.size() || plan.get(i + 1).at() > plan.get(i).at()) {
                faults.review(plan.get(i).at());
            }
        }
        return faults.changes;
    }

    private void take(FaultPlan.Change change) {
        String name = change.target().name();
        if (change.target().element() == Element.LINK) {
            network.setLinkFailed(name, change.fails(), 0);
        } else if (change.target().element() == Element.SITE) {
            network.setSiteFailed(network.site(name), change.fails(), 0);
        }
        if (change.fails()) {
            failed.add(name);
        } else {
            failed.remove(name);
        }
    }

    private void review(long at) {
        network.settle(way -> {});
        for (SessionManager sm : estate.sip().sessionManagers()) {
            LabEnd.State state = state(sm);
            if (states.put(sm.name(), state) != state) {
                changes.add(new Change(at, sm.name(), state));
            }
        }
    }

    /** Failed with its site or by itself; cut off when no population whose controller it is reaches it. */
    private LabEnd.State state(SessionManager sm) {
        if (failed.contains(sm.name()) || failed.contains(sm.site())) {
            return LabEnd.State.FAILED;
        }
        int site = network.site(sm.site());
        List<String> sites = estate.sip().phones().stream()
                .filter(phones -> phones.controllers().contains(sm.name()))
                .map(phones -> phones.site())
                .toList();
        boolean isReached = sites.isEmpty()
                || sites.stream()
                        .anyMatch(from -> !failed.contains(from)
                                && network.latency(network.way(Plane.PHONES, network.site(from), site))
                                        != Network.UNREACHABLE);
        return isReached ? LabEnd.State.UP : LabEnd.State.SILENT;
    }
}
