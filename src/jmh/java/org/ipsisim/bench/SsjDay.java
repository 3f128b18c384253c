package org.ipsisim.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.HistoryRecorder;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.SipHistory;
import org.ipsisim.kernel.Draws;
import org.ipsisim.network.LossDraws;
import org.ipsisim.survivability.Simulation;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * The day on SSJ, with every heartbeat an event: the main and one survivable core send to every IPSI each second, and each
 * beat that arrives sets the sanity timers back.
 */
final class SsjDay {
    static final int MAIN = 0;
    static final int CORE = 1;
    static final int[] CLUSTERS = {1, 10};

    private static final int FAR = 1 << 28;
    private static final long CORE_RESET = 120_000;

    private final Scenario scenario;
    private final Estate estate;
    private final Simulator simulator;
    private final HistoryRecorder recorder = new HistoryRecorder();
    private final List<SsjPortNetwork> portNetworks = new ArrayList<>();
    private final Set<String> failedLinks = new HashSet<>();
    private final SsjEvent coreResetEnd;
    private int[][] latencies;
    private boolean coreResets;

    private SsjDay(Scenario scenario, EventList eventList) {
        this.scenario = scenario;
        this.estate = scenario.estate();
        simulator = new Simulator(eventList);
        simulator.init();
        for (PortNetwork pn : estate.portNetworks()) {
            SsjPortNetwork portNetwork = new SsjPortNetwork(this, simulator, pn);
            portNetworks.add(portNetwork);
            recorder.add(portNetwork.recorder());
        }
        coreResetEnd = at(SsjEvent.PHASE_END, this::endCoreReset);
        for (ScenarioEvent event : scenario.events()) {
            ScenarioEvent.Fail fail = (ScenarioEvent.Fail) event;
            long start = fail.at().toMillis();
            long end = start + fail.duration().orElseThrow().toMillis();
            String link = fail.target().name();
            at(SsjEvent.FAULT, () -> setFailed(link, true)).armIn(start);
            at(SsjEvent.FAULT, () -> setFailed(link, false)).armIn(end);
        }
        at(SsjEvent.FAULT, simulator::stop).armIn(scenario.duration().toMillis());
    }

    /** Both sides give the same timelines and priority lists; no ratio of times means anything otherwise. */
    static int requireSameHistory(Scenario scenario) {
        History lazy = Simulation.run(scenario);
        History perBeat = run(scenario, new SplayTree());
        int spans = 0;
        for (int i = 0; i < lazy.portNetworks().size(); i++) {
            PnHistory ours = lazy.portNetworks().get(i);
            PnHistory theirs = perBeat.portNetworks().get(i);
            require(ours.timeline(), theirs.timeline());
            require(
                    List.copyOf(ours.lists().values()),
                    List.copyOf(theirs.lists().values()));
            spans += ours.timeline().size();
        }
        return spans;
    }

    private static void require(List<?> ours, List<?> theirs) {
        for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
            Object lazy = i < ours.size() ? ours.get(i) : "none";
            Object perBeat = i < theirs.size() ? theirs.get(i) : "none";
            if (!lazy.equals(perBeat)) {
                throw new IllegalStateException("the histories differ: " + lazy + " here, per beat " + perBeat);
            }
        }
    }

    /** Runs the scenario on a simulator of SSJ with this event list; the history has timelines and priority lists. */
    static History run(Scenario scenario, EventList eventList) {
        SsjDay day = new SsjDay(scenario, eventList);
        day.findRoutes();
        day.portNetworks.forEach(SsjPortNetwork::start);
        day.simulator.start();
        return day.recorder.finish(scenario, List.of(), SipHistory.NONE, Detail.SILENCES);
    }

    /** Every way has one link that may lose beats, and all of these lose the same share; the same beats are lost as here. */
    SsjPath path(Simulator of, SsjPortNetwork pn, int server) {
        double loss = estate.links().stream().mapToDouble(Link::loss).max().orElse(0);
        String way = (server == MAIN ? "main-a" : "sc-10") + ">ipsi-"
                + pn.portNetwork().ipsis().get(0);
        return new SsjPath(of, pn, server, new LossDraws(Draws.ofSeed(scenario.seed()), way), LossDraws.units(loss));
    }

    private SsjEvent at(int kind, Runnable action) {
        return new SsjEvent(simulator, kind, 0) {
            @Override
            public void actions() {
                action.run();
            }
        };
    }

    long now() {
        return (long) simulator.time();
    }

    private void setFailed(String link, boolean fails) {
        if (fails) {
            failedLinks.add(link);
        } else {
            failedLinks.remove(link);
        }
        findRoutes();
    }

    /** Floyd and Warshall's algorithm. */
    private void findRoutes() {
        int sites = estate.sites().size();
        latencies = new int[sites][sites];
        for (int from = 0; from < sites; from++) {
            Arrays.fill(latencies[from], FAR);
            latencies[from][from] = 0;
        }
        for (Link link : estate.links()) {
            if (!failedLinks.contains(link.id())) {
                join(site(link.a()), site(link.b()), (int) link.latency().toMillis());
            }
        }
        for (int via = 0; via < sites; via++) {
            for (int from = 0; from < sites; from++) {
                for (int to = 0; to < sites; to++) {
                    latencies[from][to] = Math.min(latencies[from][to], latencies[from][via] + latencies[via][to]);
                }
            }
        }
        changePaths();
    }

    private void join(int a, int b, int latency) {
        latencies[a][b] = Math.min(latencies[a][b], latency);
        latencies[b][a] = latencies[a][b];
    }

    private int site(String name) {
        return estate.sites().indexOf(name);
    }

    private void changePaths() {
        for (SsjPortNetwork pn : portNetworks) {
            change(pn, MAIN, estate.main().site(), true);
            change(pn, CORE, estate.survivableCores().get(0).site(), !coreResets);
        }
    }

    private void change(SsjPortNetwork pn, int server, String serverSite, boolean sends) {
        int latency = latencies[site(serverSite)][site(pn.portNetwork().site())];
        pn.path(server).change(sends && latency < FAR, latency);
    }

    /** A survivable core that has lost its last port network resets, off all lists meanwhile (R59, M27). */
    void moved(int from, int to) {
        if (from == CORE && to != CORE && portNetworks.stream().noneMatch(pn -> pn.controller() == CORE)) {
            coreResets = true;
            coreResetEnd.armIn(CORE_RESET);
            changePaths();
            portNetworks.forEach(pn -> pn.path(CORE).drop());
        }
    }

    private void endCoreReset() {
        coreResets = false;
        changePaths();
    }
}
