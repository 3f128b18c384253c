package org.ipsisim.study.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.document.NumberList;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;

/** Port networks that fare alike in each of two runs, and part for the same reason. */
public record ComparedGroup(List<PnComparison> members) {
    private record Likeness(
            Optional<List<PnSpan>> a, Optional<List<PnSpan>> b, Optional<Long> at, Optional<Cause> cause) {
        static Likeness of(PnComparison pn) {
            return new Likeness(
                    pn.a().map(PnHistory::timeline),
                    pn.b().map(PnHistory::timeline),
                    pn.divergence().map(divergence -> divergence.at()),
                    pn.cause());
        }
    }

    /** The groups of a comparison, by their lowest port network. */
    public static List<ComparedGroup> of(Comparison comparison) {
        Map<Likeness, ComparedGroup> groups = new LinkedHashMap<>();
        for (PnComparison pn : comparison.portNetworks()) {
            groups.computeIfAbsent(Likeness.of(pn), likeness -> new ComparedGroup(new ArrayList<>()))
                    .members
                    .add(pn);
        }
        return List.copyOf(groups.values());
    }

    /** The first of them. */
    public PnComparison first() {
        return members.get(0);
    }

    /** The numbers of its port networks, ascending. */
    public List<Integer> listNumbers() {
        return members.stream().map(PnComparison::number).toList();
    }

    /** The numbers as tables write them: {@code 1-5, 7}. */
    public String numbers() {
        return NumberList.compact(listNumbers());
    }
}
