package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Confidence;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.History;
import org.ipsisim.study.Cost;

/**
 * What would have prevented the state at the moment, or shortened it: found by running the scenario with one thing
 * different at a time. All runs have the same seed: the same lost heartbeats, the same calls.
 *
 * @param harm what is wrong at the moment; there is nothing to prevent if nothing is
 * @param from since when it has been that bad or worse without a break, in milliseconds
 * @param to until when
 * @param asItIs what the run itself comes to
 * @param events what the run comes to without an event that led to the state; and those without which it would not have
 *     come to that, or two together if no one alone is to blame
 * @param remedies what would have helped, best first
 * @param assumed lengths that the simulator assumes, and with which it would not have come to that
 * @param inVain what was tried and would not have helped, in a few words each
 * @param otherSeeds what comes of it with other seeds, if chance has a part in it
 * @param runs how many runs it took
 */
public record Prevention(
        Harm harm,
        long from,
        long to,
        Remedy asItIs,
        List<Remedy> events,
        List<Remedy> remedies,
        List<Remedy> assumed,
        List<String> inVain,
        Optional<OtherSeeds> otherSeeds,
        int runs) {
    private static final Comparator<Remedy> BEST_FIRST = Comparator.comparing(Remedy::verdict)
            .thenComparing(remedy -> remedy.cost().totals().callsDropped())
            .thenComparing(remedy -> remedy.cost().totals().outage())
            .thenComparing(remedy -> remedy.cost().cannotDial());

    /** Keeps copies of the lists. */
    public Prevention {
        events = List.copyOf(events);
        remedies = List.copyOf(remedies);
        assumed = List.copyOf(assumed);
        inVain = List.copyOf(inVain);
    }

    /** Tries everything that bears on the moment of an explanation. */
    public static Prevention of(Explanation explanation) {
        return new Search(explanation.moment()).result();
    }

    private static final class Search {
        private final PnMoment moment;
        private final Scenario scenario;
        private final Trials trials;
        private final Remedy asItIs;
        private final List<Remedy> remedies = new ArrayList<>();
        private final List<Remedy> assumed = new ArrayList<>();
        private final List<String> inVain = new ArrayList<>();

        Search(PnMoment moment) {
            this.moment = moment;
            this.scenario = moment.scenario();
            this.trials = new Trials(moment);
            this.asItIs = Remedy.asItIs(moment);
        }

        Prevention result() {
            List<Remedy> events = List.of();
            Optional<OtherSeeds> otherSeeds = Optional.empty();
            if (trials.harm() != Harm.NONE) {
                events = new ResponsibleEvents(moment, trials).events();
                for (TimerSetting setting : TimerSetting.values()) {
                    if (setting.isAdministered() && setting.bearsOn(moment.pn().portNetwork(), scenario.estate())) {
                        tryTimer(setting);
                    }
                }
                EstateChanges.of(moment).forEach(this::tryChange);
                remedies.sort(BEST_FIRST);
                otherSeeds = OtherSeeds.of(moment, trials);
            }
            HarmTimes.Stretch stretch =
                    trials.harm().timesIn(moment.history(), moment.pn()).around(moment.at());
            return new Prevention(
                    trials.harm(),
                    stretch.from(),
                    stretch.to(),
                    asItIs,
                    events,
                    remedies,
                    assumed,
                    inVain,
                    otherSeeds,
                    trials.runs());
        }

        private void tryTimer(TimerSetting setting) {
            TimerSearch search = new TimerSearch(scenario, setting);
            boolean isAssumed = setting.confidence() == Confidence.ASSUMED;
            if (search.isFixed()) {
                return;
            }
            List<TimerSearch.Found> found = search.search(changed -> is(Verdict.PREVENTS, changed));
            Verdict verdict = found.isEmpty() ? Verdict.SHORTENS : Verdict.PREVENTS;
            if (found.isEmpty() && !isAssumed) {
                best(search).ifPresent(found::add);
            }
            boolean helps = false;
            for (TimerSearch.Found value : found) {
                Remedy.Kind kind = isAssumed ? Remedy.Kind.ASSUMED_LENGTH : Remedy.Kind.TIMER;
                helps |= add(new Counterfactual(kind, value.words(), search.with(value.value())), verdict);
            }
            if (!helps && !isAssumed) {
                inVain.add(search.range());
            }
        }

        private boolean is(Verdict wanted, Scenario changed) {
            return trials.judge(changed).verdict() == wanted;
        }

        /** The end of the range that shortens it most, if one does. */
        private Optional<TimerSearch.Found> best(TimerSearch search) {
            return search.ends().stream()
                    .filter(end -> is(Verdict.SHORTENS, search.with(end.value())))
                    .min(Comparator.comparingLong(
                            end -> trials.judge(search.with(end.value())).timeInHarm()));
        }

        private void tryChange(Counterfactual change) {
            Verdict verdict = trials.judge(change.scenario()).verdict();
            if (verdict == Verdict.NO_HELP || !add(change, verdict)) {
                inVain.add(change.words());
            }
        }

        /** Whether it helps in the run as a whole. */
        private boolean add(Counterfactual change, Verdict verdict) {
            Optional<History> run = trials.run(change.scenario());
            if (run.isEmpty()) {
                return false;
            }
            Remedy remedy = Remedy.of(change, verdict, run.get(), moment);
            if (change.kind() == Remedy.Kind.RETURN ? !isBack(remedy) : costsMore(remedy)) {
                return false;
            }
            (change.kind() == Remedy.Kind.ASSUMED_LENGTH ? assumed : remedies).add(remedy);
            return true;
        }

        /** A return to the main takes a restart; it has to have come by the moment. */
        private boolean isBack(Remedy remedy) {
            return remedy.then().controller() == moment.history().mainCluster();
        }

        /** Whether it buys one time without service with another one, and saves no call. */
        private boolean costsMore(Remedy remedy) {
            Cost with = remedy.cost();
            Cost without = asItIs.cost();
            boolean savesCalls = with.totals().callsDropped() < without.totals().callsDropped();
            boolean savesService = with.totals().outage() < without.totals().outage();
            return !savesCalls
                    && (with.totals().outage() > without.totals().outage()
                            || !savesService && with.cannotDial() > without.cannotDial());
        }
    }
}
