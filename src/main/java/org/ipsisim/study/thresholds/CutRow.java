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
 * @param element what kind of thing that is
 * @param numbers the port networks, ascending
 * @param first what the cuts cost the first of them, and so each
 */
record CutRow<P extends FaultCuts.OfPn>(String fault, Element element, List<Integer> numbers, P first) {
    private static final String OWN_PATH = "own control path";

    private record Likeness(String fault, List<?> course) {}

    /** The rows of those that some cut costs something, in the order of the faults. */
    static <P extends FaultCuts.OfPn> List<CutRow<P>> of(List<FaultCuts<P>> faults) {
        Map<Likeness, CutRow<P>> rows = new LinkedHashMap<>();
        for (FaultCuts<P> fault : faults) {
            List<P> touched = fault.portNetworks().stream()
                    .filter(pn -> !pn.isUntouched())
                    .toList();
            boolean own = fault.fault().element() == Element.CONTROL_PATH
                    && touched.size() == 1
                    && fault.fault().name().equals("pn-" + touched.get(0).number());
            String name = own ? OWN_PATH : fault.fault().name();
            for (P pn : touched) {
                rows.computeIfAbsent(
                                new Likeness(name, pn.course()),
                                likeness -> new CutRow<>(name, fault.fault().element(), new ArrayList<>(), pn))
                        .numbers
                        .add(pn.number());
            }
        }
        return List.copyOf(rows.values());
    }

    /** What is cut, where a sentence names one of several. */
    String one() {
        return fault.equals(OWN_PATH) ? "a control path" : fault;
    }

    /** The numbers as tables write them: {@code 1-5, 7}. */
    String pns() {
        return NumberList.compact(numbers);
    }
}
