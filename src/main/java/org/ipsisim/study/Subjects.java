package org.ipsisim.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.SessionManager;
import org.ipsisim.history.History;
import org.ipsisim.history.SipHistory;

/**
 * Those of whom studies count costs one by one: the port networks, then the populations of phones, then the session
 * managers.
 *
 * @param portNetworks numbers, ascending
 * @param populations names, in the order of the scenario
 * @param sessionManagers names, in the order of the scenario
 */
public record Subjects(List<Integer> portNetworks, List<String> populations, List<String> sessionManagers) {
    /** Keeps copies of the lists. */
    public Subjects {
        portNetworks = List.copyOf(portNetworks);
        populations = List.copyOf(populations);
        sessionManagers = List.copyOf(sessionManagers);
    }

    /** Those of an estate. */
    public static Subjects of(Estate estate) {
        return new Subjects(
                estate.portNetworks().stream().map(PortNetwork::number).sorted().toList(),
                estate.sip().phones().stream().map(PhonePopulation::name).toList(),
                estate.sip().sessionManagers().stream()
                        .map(SessionManager::name)
                        .toList());
    }

    /** What a run cost each of them, in their order. */
    public static List<Cost> costs(Measures measures, History history) {
        List<Cost> costs = new ArrayList<>();
        history.portNetworks().forEach(pn -> costs.add(measures.of(pn, history)));
        SipHistory sip = history.sip();
        sip.populations()
                .forEach(phones -> costs.add(measures.of(new SipHistory(List.of(phones), List.of(), List.of()))));
        sip.sessionManagers().forEach(sm -> costs.add(measures.of(new SipHistory(List.of(), List.of(sm), List.of()))));
        return costs;
    }

    /** How many there are. */
    public int size() {
        return portNetworks.size() + populations.size() + sessionManagers.size();
    }

    /** Their names in their order: of a port network its number. */
    public List<String> names() {
        return Stream.of(portNetworks.stream().map(String::valueOf), populations.stream(), sessionManagers.stream())
                .flatMap(all -> all)
                .toList();
    }
}
