package org.ipsisim.study.thresholds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.document.NumberList;
import org.ipsisim.estate.Element;

/**
 * Port networks to which the same cuts cost the same in as many runs.
 *
 * @param fault what is cut, in words
 * @param takesPower whether that takes power or a board
 * @param numbers the port networks, ascending
 * @param chances of the first of them
 */
public record CutChanceRow(String fault, boolean takesPower, List<Integer> numbers, PnChances chances) {
    private record Likeness(String fault, List<CutChancePoint> points) {}

    /** The rows of those that some cut costs something, in the order of the faults. */
    public static List<CutChanceRow> of(CutChances chances) {
        Map<Likeness, CutChanceRow> rows = new LinkedHashMap<>();
        for (FaultChances fault : chances.faults()) {
            List<PnChances> touched = fault.portNetworks().stream()
                    .filter(pn -> !pn.isUntouched())
                    .toList();
            boolean own = fault.fault().element() == Element.CONTROL_PATH && touched.size() == 1;
            String name = own ? ThresholdRow.OWN_PATH : fault.fault().name();
            for (PnChances pn : touched) {
                rows.computeIfAbsent(
                                new Likeness(name, pn.points()),
                                likeness -> new CutChanceRow(
                                        name, fault.fault().element().takesPower(), new ArrayList<>(), pn))
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

    /** The points at which a share changes, and the last one. */
    public List<CutChancePoint> changes() {
        List<CutChancePoint> changes = new ArrayList<>();
        List<CutChancePoint> points = chances.points();
        for (int i = 0; i < points.size(); i++) {
            boolean last = i == points.size() - 1;
            if (i == 0
                    || last
                    || !points.get(i).isLike(points.get(i - 1))
                    || !points.get(i).isLike(points.get(i + 1))) {
                changes.add(points.get(i));
            }
        }
        return changes;
    }
}
