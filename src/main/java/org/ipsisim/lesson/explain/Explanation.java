package org.ipsisim.lesson.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.Happening;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.TimerSpan;
import org.ipsisim.history.TraceEntry;

/**
 * Why a port network is in its state at a moment of a run: the answer, the way there, and what runs now. {@link Outlook}
 * tells what comes next, {@link Prevention} what would have prevented it, {@link WhyNot} why something did not happen.
 *
 * @param history of the run
 * @param portNetwork which one
 * @param at the moment, in milliseconds from the start
 * @param state the state at the moment, and since when it lasts
 * @param answer in a sentence or two
 * @param why what led to it, in the order of time; empty if it has been so from the start
 * @param now the timers that run, by when they expire: its own, those of its IPSIs, and those of the servers that it has
 *     to do with
 * @param lists the priority lists of its IPSIs, clusters best first
 */
public record Explanation(
        History history,
        PnHistory portNetwork,
        long at,
        PnSpan state,
        String answer,
        List<Step> why,
        List<RunningTimer> now,
        SortedMap<IpsiId, List<Integer>> lists) {
    /** Keeps copies of the lists. */
    public Explanation {
        why = List.copyOf(why);
        now = List.copyOf(now);
    }

    /**
     * Explains a moment.
     *
     * @param pn the number of a port network of the estate
     * @param at milliseconds from the start, 0 to the run's duration
     * @throws IllegalArgumentException if there is no such port network, or the time is outside the run
     */
    public static Explanation of(History history, int pn, long at) {
        Moment moment = Moment.of(history, pn, at);
        CauseChain chain = CauseChain.of(moment);
        Sources sources = new Sources(history.scenario());
        Chance chance = new Chance(moment, sources.occurrences());
        SortedMap<IpsiId, List<Integer>> lists = new TreeMap<>();
        for (IpsiId ipsi : moment.pn().portNetwork().ipsis()) {
            lists.put(ipsi, moment.pn().listAt(ipsi, at));
        }
        return new Explanation(
                history,
                moment.pn(),
                at,
                moment.span(),
                new Answer(moment, chain, sources, chance).text(),
                why(moment, chain, sources, chance),
                now(moment),
                lists);
    }

    Moment moment() {
        return new Moment(history, portNetwork, at);
    }

    private static List<Step> why(Moment moment, CauseChain chain, Sources sources, Chance chance) {
        List<Step> steps = new ArrayList<>();
        for (Step step : new Steps(moment.history(), sources).of(chain.entries())) {
            steps.add(step);
            moment.history()
                    .findEntry(step.entry())
                    .filter(entry -> entry.what() instanceof Happening.ContactLost && chance.led(entry))
                    .ifPresent(lost -> steps.add(chance.luckOf(lost)));
        }
        return steps;
    }

    private static List<RunningTimer> now(Moment moment) {
        List<RunningTimer> running = new ArrayList<>();
        GoverningTimers timers = new GoverningTimers(moment.history());
        for (TimerSpan span : moment.history().timers()) {
            if (runs(span, moment) && concerns(span, moment)) {
                running.add(new RunningTimer(span.subject(), timers.of(span), span.due() - moment.at()));
            }
        }
        running.sort((a, b) -> Long.compare(a.timer().due(), b.timer().due()));
        return running;
    }

    /** At the end of a run, those that outlast it. */
    private static boolean runs(TimerSpan span, Moment moment) {
        boolean atEnd = moment.at() == moment.history().duration();
        return atEnd ? span.to() == moment.at() && span.due() > moment.at() : span.runsAt(moment.at());
    }

    private static boolean concerns(TimerSpan span, Moment moment) {
        return moment.isOwn(span.subject())
                || span.subject().equals("main")
                || span.subject().equals("sc-" + moment.span().controller());
    }
}
