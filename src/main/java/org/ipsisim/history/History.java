package org.ipsisim.history;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.estate.Labels.Label;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;

/**
 * Everything that happened in one run of a scenario.
 *
 * @param scenario what was run, with the seed in force
 * @param trace what happened, in order
 * @param portNetworks by number
 * @param servers the mains, then the survivable cores by cluster
 * @param timers which timers ran, by start, subject and setting
 * @param serverInterchanges how often the main servers changed roles
 * @param heartbeats every heartbeat by server and IPSI; empty unless the run was asked to keep them
 * @param detail how much of the run is in it
 * @param cautions what a reader should know before trusting it, one or more sentences each
 * @param sip phones and session managers
 */
public record History(
        Scenario scenario,
        Trace trace,
        List<PnHistory> portNetworks,
        List<ServerHistory> servers,
        List<TimerSpan> timers,
        long serverInterchanges,
        List<HeartbeatHistory> heartbeats,
        Detail detail,
        List<String> cautions,
        SipHistory sip) {
    /** Keeps copies of the lists. */
    public History {
        portNetworks = List.copyOf(portNetworks);
        servers = List.copyOf(servers);
        timers = List.copyOf(timers);
        heartbeats = List.copyOf(heartbeats);
        cautions = List.copyOf(cautions);
    }

    /** The same with words of caution. */
    public History withCautions(List<String> words) {
        return new History(
                scenario, trace, portNetworks, servers, timers, serverInterchanges, heartbeats, detail, words, sip);
    }

    /** The same without single heartbeats. */
    public History withoutHeartbeats() {
        return heartbeats.isEmpty()
                ? this
                : new History(
                        scenario,
                        trace,
                        portNetworks,
                        servers,
                        timers,
                        serverInterchanges,
                        List.of(),
                        Detail.SILENCES,
                        cautions,
                        sip);
    }

    /** Length of the run in milliseconds. */
    public long duration() {
        return scenario.duration().toMillis();
    }

    /** What results call the things of this run. */
    public Names names() {
        return new Names(mainCluster(), scenario.story().labels());
    }

    /** How results write moments of this run. */
    public Moments moments() {
        return Moments.of(scenario);
    }

    /** The cluster number of the main servers. */
    public int mainCluster() {
        return scenario.estate().main().cluster();
    }

    /** The histories of the main servers: one, or two of a duplex main. */
    public List<ServerHistory> mains() {
        return servers.stream()
                .filter(server -> server.server().cluster() == mainCluster())
                .toList();
    }

    /** The timers that run at a time in milliseconds, by start, subject and setting. */
    public List<TimerSpan> timersAt(long at) {
        return timers.stream().filter(timer -> timer.runsAt(at)).toList();
    }

    /** The history of a server by its name, such as {@code main-a} or {@code sc-10}, if the estate has it. */
    public Optional<ServerHistory> findServer(String id) {
        return servers.stream()
                .filter(server -> server.server().id().equals(id))
                .findFirst();
    }

    /** What an entry of the trace says happened, in a clause without the subject; with what the scenario notes about it. */
    public String textOf(TraceEntry entry) {
        return entry.what().text(names(), moments()) + remarksOf(entry);
    }

    /** What the scenario says of the event that an entry stands for, in brackets after a blank; empty if nothing. */
    public String remarksOf(TraceEntry entry) {
        Label event = labelOf(entry);
        String thing = event.isEmpty() && !entry.is(NetworkHappening.Failed.class)
                ? ""
                : names().labels().of(entry.subject().name()).note();
        String remarks = Stream.of(event.name(), event.note(), thing)
                .filter(remark -> !remark.isEmpty())
                .collect(Collectors.joining("; "));
        return remarks.isEmpty() ? "" : " (" + remarks + ")";
    }

    /** What the scenario calls the event that an entry at the root of a chain of causes stands for. */
    public Label labelOf(TraceEntry entry) {
        List<ScenarioEvent> events = scenario.events();
        return !entry.is(NetworkHappening.Restored.class, NetworkHappening.DegradationEnded.class)
                        && entry.isRoot()
                        && entry.event() > 0
                        && entry.event() <= events.size()
                ? names().labels().of(events.get(entry.event() - 1))
                : Label.NONE;
    }

    /** The history of a port network, if the estate has it. */
    public Optional<PnHistory> findPortNetwork(int number) {
        return portNetworks.stream()
                .filter(pn -> pn.portNetwork().number() == number)
                .findFirst();
    }

    /** The trace entry with an id; none for 0, the scenario. */
    public Optional<TraceEntry> findEntry(int id) {
        return trace.find(id);
    }

    /** The expectations of the scenario, checked against this run, in the order of the file. */
    public List<ExpectationResult> checkExpectations() {
        return new ExpectationCheck(this).results();
    }
}
