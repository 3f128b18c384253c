package org.ipsisim.history;

import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Scenario;

/**
 * Everything that happened in one run of a scenario.
 *
 * @param scenario what was run, with the seed in force
 * @param trace what happened, in order
 * @param portNetworks by number
 * @param servers the mains, then the survivable cores by cluster
 * @param serverInterchanges how often the main servers changed roles
 * @param heartbeats every heartbeat by server and IPSI; empty unless the run was asked to keep them
 * @param detail how much of the run is in it
 */
public record History(
        Scenario scenario,
        List<TraceEntry> trace,
        List<PnHistory> portNetworks,
        List<ServerHistory> servers,
        long serverInterchanges,
        List<HeartbeatHistory> heartbeats,
        Detail detail) {
    /** Keeps copies of the lists. */
    public History {
        trace = List.copyOf(trace);
        portNetworks = List.copyOf(portNetworks);
        servers = List.copyOf(servers);
        heartbeats = List.copyOf(heartbeats);
    }

    /** A history of every silence that keeps no heartbeats. */
    public History(
            Scenario scenario,
            List<TraceEntry> trace,
            List<PnHistory> portNetworks,
            List<ServerHistory> servers,
            long serverInterchanges) {
        this(scenario, trace, portNetworks, servers, serverInterchanges, List.of(), Detail.SILENCES);
    }

    /** Length of the run in milliseconds. */
    public long duration() {
        return scenario.duration().toMillis();
    }

    /** The cluster number of the main servers. */
    public int mainCluster() {
        return scenario.estate().main().cluster();
    }

    /** What an entry of the trace says happened, in a clause without the subject. */
    public String textOf(TraceEntry entry) {
        return entry.what().text(mainCluster());
    }

    /** The history of a port network, if the estate has it. */
    public Optional<PnHistory> findPortNetwork(int number) {
        return portNetworks.stream()
                .filter(pn -> pn.portNetwork().number() == number)
                .findFirst();
    }

    /** The trace entry with an id; none for 0, the scenario. */
    public Optional<TraceEntry> findEntry(int id) {
        return id < 1 || id > trace.size() ? Optional.empty() : Optional.of(trace.get(id - 1));
    }

    /** The expectations of the scenario, checked against this run, in the order of the file. */
    public List<ExpectationResult> checkExpectations() {
        return new ExpectationCheck(this).results();
    }
}
