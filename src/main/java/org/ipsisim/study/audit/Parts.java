package org.ipsisim.study.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ipsisim.estate.Element;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Target;
import org.ipsisim.study.Fault;
import org.ipsisim.survivability.Dependence;

/**
 * Which of some faults a port network feels. A fault that strikes nothing on which its heartbeats depend, while the others
 * last, changes nothing for it.
 *
 * <p>A port network feels nothing of the others. So it fares under a set of faults as under those that it feels.
 * Two things couple port networks: a core that has lost the last of them resets (M27), and random calls go from one to
 * another (T6).
 */
final class Parts {
    private final Set<Integer> restless;
    private final boolean rolesMatter;
    private final List<Fault> elements;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Dependence dependence;
    private final Map<Part, BitSet> felt = new HashMap<>();
    private final Map<Part, Part> fewer = new HashMap<>();
    private final List<PortNetwork> portNetworks;

    /**
     * A port network and the faults that it feels.
     *
     * @param pn its number
     * @param faults by their place among the elements, ascending
     */
    record Part(int pn, List<Integer> faults) {}

    /**
     * @param estate that of the plan, or without its survivable cores
     * @param restless numbers of the port networks to which something happens without any fault
     * @param rolesMatter whether all feel which main server is active, and so the arbiter link
     */
    Parts(AuditPlan plan, Estate estate, Set<Integer> restless, boolean rolesMatter) {
        this.rolesMatter = rolesMatter;
        this.restless = Set.copyOf(restless);
        this.elements = plan.elements();
        for (Fault element : elements) {
            indexes.put(element.name(), indexes.size());
        }
        this.dependence = new Dependence(estate);
        this.portNetworks = estate.portNetworks();
    }

    /** The port networks that are not at rest, by number, and which of the faults they feel. */
    SortedMap<Integer, Part> of(FaultSet set) {
        List<Integer> faults = placesOf(set);
        SortedMap<Integer, Part> parts = new TreeMap<>();
        for (PortNetwork pn : portNetworks) {
            Part part = reduced(pn, faults);
            if (!part.faults.isEmpty() || restless.contains(pn.number())) {
                parts.put(pn.number(), part);
            }
        }
        return parts;
    }

    /** The faults of a set by their place among the elements, ascending. */
    List<Integer> placesOf(FaultSet set) {
        return set.faults().stream()
                .map(fault -> indexes.get(fault.name()))
                .sorted()
                .toList();
    }

    /** The faults themselves. */
    List<Fault> faultsOf(List<Integer> places) {
        return places.stream().map(elements::get).toList();
    }

    /** What of a part is felt here. */
    Part of(Part part) {
        return fewer.computeIfAbsent(
                part,
                key -> reduced(
                        portNetworks.stream()
                                .filter(pn -> pn.number() == key.pn)
                                .findFirst()
                                .orElseThrow(),
                        key.faults));
    }

    private Part reduced(PortNetwork pn, List<Integer> faults) {
        Part part = new Part(pn.number(), List.of());
        boolean grows = true;
        while (grows && part.faults.size() < faults.size()) {
            grows = false;
            BitSet feels = feels(pn, part);
            for (int fault : faults) {
                if (feels.get(fault) && !part.faults.contains(fault)) {
                    List<Integer> more = new ArrayList<>(part.faults);
                    more.add(fault);
                    part = new Part(pn.number(), more.stream().sorted().toList());
                    grows = true;
                }
            }
        }
        return part;
    }

    private boolean isFeltByAll(int place) {
        return rolesMatter && elements.get(place).element() == Element.ARBITER_LINK;
    }

    private BitSet feels(PortNetwork pn, Part part) {
        return felt.computeIfAbsent(part, key -> {
            List<Target> failed =
                    faultsOf(key.faults).stream().map(Fault::target).toList();
            Set<String> names = dependence.of(pn, failed);
            BitSet places = new BitSet();
            indexes.forEach((name, place) -> places.set(place, names.contains(name) || isFeltByAll(place)));
            return places;
        });
    }
}
