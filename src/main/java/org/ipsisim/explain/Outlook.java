package org.ipsisim.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.survivability.RunTooLarge;
import org.ipsisim.survivability.Simulation;

/**
 * What comes next if nothing changes after the moment: what has failed stays failed, events that come later do not come,
 * and the timers run on. Found by running such a scenario.
 *
 * @param run the run in which nothing changes; up to the moment it is the same as the one that is explained
 * @param failed what has failed at the moment, and stays failed
 * @param degraded what is degraded at the moment, and stays so
 * @param leftOut the events of the scenario that do not come in it, by time
 * @param steps what happens to the port network after the moment, at most {@link #MOST_STEPS}
 * @param calmSilences how often contact is lost and comes back without a reset; they are not among the steps
 * @param more how many further steps there are
 * @param last the state at the end of the look
 */
public record Outlook(
        History run,
        List<String> failed,
        List<String> degraded,
        List<Step.Origin> leftOut,
        List<Step> steps,
        int calmSilences,
        int more,
        PnSpan last) {
    /** Most steps that are listed. */
    public static final int MOST_STEPS = 10;

    private static final Duration LOOK = Duration.ofHours(1);

    /** Steps of work for one look ahead: well below a second. */
    private static final long MOST_WORK = 3_000_000;

    private static final Duration SHORTEST_LOOK = Duration.ofSeconds(15);

    /** Divides the look ahead when it is too much for one run. */
    private static final int FEWER = 4;

    /** Keeps copies of the lists. */
    public Outlook {
        failed = List.copyOf(failed);
        degraded = List.copyOf(degraded);
        leftOut = List.copyOf(leftOut);
        steps = List.copyOf(steps);
    }

    /**
     * Looks ahead for an hour, and further if a return to the main is administered for later.
     *
     * @throws RunTooLarge if what comes before the moment is more than one run shows
     */
    public static Outlook of(Explanation explanation) {
        PnMoment moment = explanation.moment();
        List<Occurrence> byTime = Occurrence.of(moment.scenario()).stream()
                .sorted(Comparator.comparingLong(Occurrence::at))
                .toList();
        Freeze freeze = new Freeze(byTime, moment::isPast);
        History run = run(moment, moment.scenario().withOnly(Occurrence.events(freeze.occurrences())));
        PnMoment end = PnMoment.of(run, moment.number(), run.duration());
        List<TraceEntry> coming = coming(end, moment.at());
        List<TraceEntry> told = new ArrayList<>(coming);
        int calm = takeCalmSilences(told);
        List<Step> steps = new Steps(run, new Sources(run.scenario(), freeze.occurrences())).of(told);
        int shown = Math.min(MOST_STEPS, steps.size());
        return new Outlook(
                run,
                moment.failed(),
                moment.degraded(),
                freeze.leftOut(),
                steps.subList(0, shown),
                calm,
                steps.size() - shown,
                end.span());
    }

    /** As far as one run can see: less far where very short timers make too much happen. */
    private static History run(PnMoment moment, Scenario unchanged) {
        Duration look = look(moment);
        while (look.compareTo(SHORTEST_LOOK) >= 0) {
            try {
                return Simulation.run(until(moment, look, unchanged), Detail.SILENCES, MOST_WORK);
            } catch (RunTooLarge e) {
                look = look.dividedBy(FEWER);
            }
        }
        // What comes before the moment takes the work: as much as the run itself had.
        return Simulation.run(until(moment, SHORTEST_LOOK, unchanged), Detail.SILENCES);
    }

    private static Scenario until(PnMoment moment, Duration look, Scenario unchanged) {
        return unchanged.lasting(Duration.ofMillis(moment.at()).plus(look)).withoutExpectations();
    }

    private static Duration look(PnMoment moment) {
        Fallback fallback = moment.scenario().estate().fallback();
        if (fallback instanceof Fallback.Scheduled scheduled) {
            Duration until = scheduled.at().minusMillis(moment.at());
            return until.isNegative() ? LOOK : LOOK.plus(until);
        }
        return fallback instanceof Fallback.ConnectionUp up ? LOOK.plus(up.upTime()) : LOOK;
    }

    private static List<TraceEntry> coming(PnMoment end, long after) {
        return end.history().trace().ofPn(end.number()).stream()
                .filter(entry -> entry.at() > after)
                .toList();
    }

    /** Takes losses of contact out that end before anything comes of them. */
    private static int takeCalmSilences(List<TraceEntry> entries) {
        int calm = 0;
        int i = 0;
        while (i + 1 < entries.size()) {
            TraceEntry lost = entries.get(i);
            TraceEntry back = entries.get(i + 1);
            if (lost.is(PnHappening.ContactLost.class)
                    && back.is(PnHappening.ContactRestored.class)
                    && lost.subject().equals(back.subject())) {
                entries.remove(i);
                entries.remove(i);
                calm++;
            } else {
                i++;
            }
        }
        return calm;
    }
}
