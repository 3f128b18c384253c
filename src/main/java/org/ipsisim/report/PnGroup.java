package org.ipsisim.report;

import java.util.Comparator;
import java.util.List;
import org.ipsisim.document.NumberList;
import org.ipsisim.history.Fates;
import org.ipsisim.history.History;
import org.ipsisim.history.Lists;
import org.ipsisim.history.Names;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.report.timeline.PnNames;

/**
 * Port networks that share a row or a heading of a report.
 *
 * @param members by number, one or more
 */
public record PnGroup(List<PnHistory> members) {
    private static final Comparator<PnGroup> WORST_FIRST = Comparator.comparingLong(
                    (PnGroup group) -> -group.first().totals().outage())
            .thenComparing(group -> -group.first().totals().degraded())
            .thenComparing(group -> -group.timeline().size())
            .thenComparing(group -> group.first().portNetwork().number());

    /** The port networks of a run; those of one fate share a group. */
    public static List<PnGroup> byTimeline(History history) {
        return Fates.of(history.portNetworks(), PnHistory::timeline).stream()
                .map(PnGroup::new)
                .toList();
    }

    /** The same, the longest outage first. */
    public static List<PnGroup> worstFirst(History history) {
        return byTimeline(history).stream().sorted(WORST_FIRST).toList();
    }

    /** Those of one fate at one site. */
    static List<PnGroup> bySiteAndTimeline(History history) {
        return Lists.alike(history.portNetworks(), pn -> pn.portNetwork().site()).stream()
                .flatMap(atSite -> Fates.of(atSite, PnHistory::timeline).stream())
                .map(PnGroup::new)
                .toList();
    }

    /** The first, which represents all. */
    public PnHistory first() {
        return members.get(0);
    }

    int size() {
        return members.size();
    }

    /** The states of the first; those of the others differ by less than a second. */
    public List<PnSpan> timeline() {
        return first().timeline();
    }

    /** The numbers, such as {@code 1-5, 7}. */
    String numbers() {
        return NumberList.compact(listNumbers());
    }

    /** The numbers, and of a single port network its name, such as {@code 3 Dallas branch}. */
    String numbers(Names names) {
        String own =
                size() > 1 ? "" : names.labels().of(first().portNetwork().id()).name();
        return (numbers() + " " + own).strip();
    }

    /** Such as {@code PN 1–5, 7}. */
    public String name() {
        return PnNames.of(listNumbers());
    }

    private List<Integer> listNumbers() {
        return members.stream().map(pn -> pn.portNetwork().number()).toList();
    }

    /** What its members come to together. */
    Sums sums() {
        return Sums.of(members);
    }

    boolean hasTraffic() {
        return first().portNetwork().traffic().isPresent();
    }

    /** The worst of its states. */
    Mark worst(int mainCluster) {
        return timeline().stream()
                .map(span -> Mark.of(span, mainCluster))
                .max(Mark::compareTo)
                .orElse(Mark.MAIN);
    }
}
