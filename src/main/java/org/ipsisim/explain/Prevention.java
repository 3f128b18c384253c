package org.ipsisim.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.TimerSetting;
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
 *     come to that, or two together if no single one is the cause
 * @param remedies what would have helped, best first
 * @param assumed lengths that the simulator assumes, and with which it would not have come to that
 * @param inVain what was tried and would have had no effect, in a few words each
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
            .thenComparing(remedy -> remedy.cost().callsDropped())
            .thenComparing(remedy -> remedy.cost().outage())
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

    private static final class Search extends CounterfactualSearch<Remedy> {
        private final Remedy asItIs;

        Search(PnMoment moment) {
            super(moment);
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
                    found().stream()
                            .filter(remedy -> !remedy.isAssumed())
                            .sorted(BEST_FIRST)
                            .toList(),
                    found().stream().filter(Remedy::isAssumed).toList(),
                    withoutEffect(),
                    otherSeeds,
                    trials.runs());
        }

        @Override
        boolean isWanted(Scenario changed) {
            return is(Verdict.PREVENTS, changed);
        }

        private boolean is(Verdict wanted, Scenario changed) {
            return trials.judge(changed).verdict() == wanted;
        }

        @Override
        Optional<Remedy> judgeWanted(Counterfactual change) {
            return remedy(change, Verdict.PREVENTS);
        }

        @Override
        Optional<Remedy> judge(Counterfactual change) {
            Verdict verdict = trials.judge(change.scenario()).verdict();
            return verdict == Verdict.NO_HELP ? Optional.empty() : remedy(change, verdict);
        }

        @Override
        Remedy.Kind kindOf(TimerSearch search) {
            return search.isAssumed() ? Remedy.Kind.ASSUMED_LENGTH : Remedy.Kind.TIMER;
        }

        @Override
        boolean tells(TimerSearch search) {
            return !search.isAssumed();
        }

        /** The end of the range that shortens it most, if one does. */
        @Override
        Optional<Remedy> secondBest(TimerSearch search) {
            if (search.isAssumed()) {
                return Optional.empty();
            }
            return search.ends().stream()
                    .filter(end -> is(Verdict.SHORTENS, search.with(end.value())))
                    .min(Comparator.comparingLong(
                            end -> trials.judge(search.with(end.value())).timeInHarm()))
                    .flatMap(end -> remedy(search.counterfactual(end, Remedy.Kind.TIMER), Verdict.SHORTENS));
        }

        /** What it makes of the run as a whole; empty if it does not help there. */
        private Optional<Remedy> remedy(Counterfactual change, Verdict verdict) {
            return trials.run(change.scenario())
                    .map(run -> Remedy.of(change, verdict, run, moment))
                    .filter(remedy -> change.kind() == Remedy.Kind.RETURN ? isBack(remedy) : !costsMore(remedy));
        }

        /** A return to the main takes a restart; it has to have come by the moment. */
        private boolean isBack(Remedy remedy) {
            return remedy.then().controller() == moment.history().mainCluster();
        }

        /** Whether it buys one time without service with another one, and saves no call. */
        private boolean costsMore(Remedy remedy) {
            Cost with = remedy.cost();
            Cost without = asItIs.cost();
            boolean savesCalls = with.callsDropped() < without.callsDropped();
            boolean savesService = with.outage() < without.outage();
            return !savesCalls
                    && (with.outage() > without.outage() || !savesService && with.cannotDial() > without.cannotDial());
        }
    }
}
