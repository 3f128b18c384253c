package org.ipsisim.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.CallOutcome;
import org.ipsisim.history.History;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.PnTotals;
import org.ipsisim.history.RandomCalls;
import org.ipsisim.report.ContactLosses;
import org.ipsisim.report.timeline.PnNames;

/**
 * Port networks that went through the same, for the same reasons.
 *
 * @param members by number, one or more
 * @param episodes what they went through, out of service or not
 */
public record PnNarrative(List<PnHistory> members, List<Episode> episodes) {
    private static final Comparator<PnNarrative> WORST_FIRST = Comparator.comparingLong(
                    (PnNarrative group) -> -group.first().totals().outage())
            .thenComparing(group -> -group.first().totals().degraded())
            .thenComparing(group -> -group.episodes().size())
            .thenComparing(group -> group.first().portNetwork().number());

    private record Likeness(
            List<PnSpan> timeline,
            List<List<ListSpan>> lists,
            PnTotals totals,
            CallOutcome pnCalls,
            CallOutcome ipCalls,
            RandomCalls randomCalls,
            List<Episode> episodes) {}

    /** The groups of a run, the longest outage first. */
    static List<PnNarrative> of(History history) {
        Map<Likeness, List<PnHistory>> groups = new LinkedHashMap<>();
        for (PnHistory pn : history.portNetworks()) {
            Likeness likeness = new Likeness(
                    pn.timeline(),
                    List.copyOf(pn.lists().values()),
                    pn.totals(),
                    pn.pnCalls(),
                    pn.ipCalls(),
                    pn.randomCalls(),
                    Episode.of(history, pn));
            groups.computeIfAbsent(likeness, l -> new ArrayList<>()).add(pn);
        }
        return groups.entrySet().stream()
                .map(e -> new PnNarrative(List.copyOf(e.getValue()), e.getKey().episodes()))
                .sorted(WORST_FIRST)
                .toList();
    }

    /** The one that stands for all. */
    public PnHistory first() {
        return members.get(0);
    }

    int size() {
        return members.size();
    }

    /** The random calls of all members. */
    RandomCalls randomCalls() {
        return members.stream().map(PnHistory::randomCalls).reduce(RandomCalls.NONE, RandomCalls::plus);
    }

    /** What they lost in each state in which they lost something. */
    Map<PnState, CallLosses> lossesByState() {
        Map<PnState, CallLosses> sums = new EnumMap<>(PnState.class);
        members.forEach(
                pn -> pn.lossesByState().forEach((state, losses) -> sums.merge(state, losses, CallLosses::plus)));
        return sums;
    }

    /** The episodes that a report tells: the first ones, without those of many in which nothing was reset. */
    List<Episode> told() {
        return worthTelling().limit(Episode.MOST_TOLD).toList();
    }

    private Stream<Episode> worthTelling() {
        boolean many = calm().areMany();
        return episodes.stream().filter(episode -> !many || !episode.calm());
    }

    private ContactLosses calm() {
        ContactLosses losses = new ContactLosses();
        episodes.stream().filter(Episode::calm).forEach(episode -> losses.add(episode.from(), episode.to()));
        return losses;
    }

    /** What a report says of the rest; empty if it tells all. */
    String untold() {
        ContactLosses calm = calm();
        long rest = worthTelling().count() - told().size();
        String more = rest == 0 ? "" : "And " + rest + " more of this kind; run.json has them all.";
        String counted = calm.areMany() ? "Without a reset: " + calm.words() + "." : "";
        return more + (more.isEmpty() || counted.isEmpty() ? "" : " ") + counted;
    }

    /** Such as {@code PN 1–5, 7}. */
    String name() {
        return PnNames.of(members.stream().map(pn -> pn.portNetwork().number()).toList());
    }

    /** Where they stand, in the order of the members. */
    List<String> sites() {
        return members.stream().map(pn -> pn.portNetwork().site()).distinct().toList();
    }
}
