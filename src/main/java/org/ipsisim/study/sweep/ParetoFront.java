package org.ipsisim.study.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipsisim.study.Cost;

/** The settings that nothing beats: no other one is better by one objective and no worse by the others. */
final class ParetoFront {
    private ParetoFront() {}

    /**
     * The numbers of the costs on the front, ascending; costs that are equal are all on it or none.
     *
     * @param criteria three
     */
    static List<Integer> of(List<Cost> costs, List<Criterion> criteria) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < costs.size(); i++) {
            order.add(i);
        }
        Comparator<Integer> byObjectives = Comparator.comparingInt(i -> 0);
        for (Criterion objective : criteria) {
            byObjectives = byObjectives.thenComparingLong(i -> objective.of(costs.get(i)));
        }
        order.sort(byObjectives);
        List<Integer> front = new ArrayList<>();
        // Of those seen: the least third objective for each second one, a falling staircase. None seen has more of the
        // first.
        TreeMap<Long, Long> stairs = new TreeMap<>();
        int before = -1;
        boolean beforeOnFront = false;
        for (int i : order) {
            long second = criteria.get(1).of(costs.get(i));
            long third = criteria.get(2).of(costs.get(i));
            boolean equal = before >= 0 && byObjectives.compare(before, i) == 0;
            Map.Entry<Long, Long> step = stairs.floorEntry(second);
            boolean onFront = equal ? beforeOnFront : step == null || step.getValue() > third;
            if (onFront) {
                front.add(i);
                while (stairs.ceilingEntry(second) != null
                        && stairs.ceilingEntry(second).getValue() >= third) {
                    stairs.remove(stairs.ceilingKey(second));
                }
                stairs.put(second, third);
            }
            before = i;
            beforeOnFront = onFront;
        }
        front.sort(Comparator.naturalOrder());
        return front;
    }
}
