package org.ipsisim.study.thresholds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.document.NumberList;
import org.ipsisim.estate.Element;

/**
 * Port networks to which the same cut costs the same. Port networks that fare alike when their own control path is cut,
 * and no other one does, share a row.
 *
 * @param fault what is cut, in words: {@code wan}, {@code own control path}
 * @param kind what kind of thing that is
 * @param numbers the port networks, ascending
 * @param bands what the cuts cost, by length
 */
public record ThresholdRow(String fault, Element element, List<Integer> numbers, PnBands bands) {
    /** What is cut where each port network loses its own control path and no other one does. */
    static final String OWN_PATH = "own control path";

    private record Likeness(String fault, List<Band> bands) {}

    /** The rows of those that some cut costs something, in the order of the faults. */
    public static List<ThresholdRow> of(Thresholds thresholds) {
        Map<Likeness, ThresholdRow> rows = new LinkedHashMap<>();
        for (FaultBands fault : thresholds.faults()) {
            List<PnBands> touched = fault.portNetworks().stream()
                    .filter(pn -> !pn.isUntouched())
                    .toList();
            boolean own = fault.fault().element() == Element.CONTROL_PATH
                    && touched.size() == 1
                    && fault.fault().name().equals("pn-" + touched.get(0).number());
            String name = own ? OWN_PATH : fault.fault().name();
            for (PnBands pn : touched) {
                rows.computeIfAbsent(
                                new Likeness(name, pn.bands()),
                                likeness -> new ThresholdRow(name, fault.fault().element(), new ArrayList<>(), pn))
                        .numbers
                        .add(pn.number());
            }
        }
        return List.copyOf(rows.values());
    }

    /** The numbers as tables write them: {@code 1-5, 7}. */
    public String pns() {
        return NumberList.compact(numbers);
    }
}
