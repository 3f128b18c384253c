package org.ipsisim.report.page;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ipsisim.history.History;
import org.ipsisim.history.Lists;
import org.ipsisim.history.PnHistory;
import org.ipsisim.report.ContactLosses;
import org.ipsisim.report.PnGroup;

/**
 * Port networks that went through the same, for the same reasons.
 *
 * @param group the port networks
 * @param episodes what they went through, out of service or not
 */
record PnNarrative(PnGroup group, List<Episode> episodes) {
    private static final Comparator<PnNarrative> WORST_FIRST = Comparator.comparingLong(
                    (PnNarrative narrative) -> -narrative.first().totals().outage())
            .thenComparing(narrative -> -narrative.first().totals().degraded())
            .thenComparing(narrative -> -narrative.episodes().size())
            .thenComparing(narrative -> narrative.first().portNetwork().number());

    /** The groups of a run, the longest outage first. */
    static List<PnNarrative> of(History history) {
        List<PnNarrative> each = history.portNetworks().stream()
                .map(pn -> new PnNarrative(new PnGroup(List.of(pn)), Episode.of(history, pn)))
                .toList();
        return Lists.alike(each, PnNarrative::likeness).stream()
                .map(alike -> new PnNarrative(
                        new PnGroup(alike.stream().map(PnNarrative::first).toList()), alike.get(0).episodes))
                .sorted(WORST_FIRST)
                .toList();
    }

    private List<Object> likeness() {
        PnHistory pn = first();
        return List.of(
                pn.timeline(),
                List.copyOf(pn.lists().values()),
                pn.totals(),
                pn.pnCalls(),
                pn.ipCalls(),
                pn.randomCalls(),
                episodes);
    }

    /** The first, which represents all. */
    PnHistory first() {
        return group.first();
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
}
