package org.ipsisim.lesson.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Confidence;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.History;

/**
 * What would have prevented the state at the moment, or shortened it: found by running the scenario with one thing
 * different at a time. All runs have the same seed: the same lost heartbeats, the same calls.
 *
 * @param harm what is wrong at the moment; there is nothing to prevent if nothing is
 * @param from since when it has been that bad or worse without a break, in milliseconds
 * @param to until when
 * @param asItIs what the run itself comes to
 * @param blame events without which it would not have come to that, each alone; if there is none, two that together are
 * @param remedies what would have helped, best first
 * @param assumed lengths that the simulator assumes, and with which it would have been otherwise
 * @param inVain what was tried and would not have helped, in a few words each
 * @param runs how many runs it took
 */
public record Prevention(
        Harm harm,
        long from,
        long to,
        Remedy asItIs,
        List<Remedy> blame,
        List<Remedy> remedies,
        List<Remedy> assumed,
        List<String> inVain,
        int runs) {
    private static final Comparator<Remedy> BEST_FIRST = Comparator.comparing(Remedy::verdict)
            .thenComparing(remedy -> remedy.cost().totals().callsDropped())
            .thenComparing(remedy -> remedy.cost().totals().outage())
            .thenComparing(remedy -> remedy.cost().cannotDial());

    /** Keeps copies of the lists. */
    public Prevention {
        blame = List.copyOf(blame);
        remedies = List.copyOf(remedies);
        assumed = List.copyOf(assumed);
        inVain = List.copyOf(inVain);
    }

    /** Tries everything that bears on a moment. */
    public static Prevention of(Explanation explanation) {
        return new Search(explanation.moment()).result();
    }

    private static final class Search {
        private final Moment moment;
        private final Scenario scenario;
        private final Trials trials;
        private final List<Remedy> remedies = new ArrayList<>();
        private final List<Remedy> assumed = new ArrayList<>();
        private final List<String> inVain = new ArrayList<>();

        Search(Moment moment) {
            this.moment = moment;
            this.scenario = moment.scenario();
            this.trials = new Trials(moment);
        }

        Prevention result() {
            List<Remedy> blame = List.of();
            if (trials.harm() != Harm.NONE) {
                blame = new Blame(moment, trials).events(inVain);
                for (TimerSetting setting : TimerSetting.values()) {
                    tryTimer(setting);
                }
                EstateChanges.of(moment).forEach(this::tryChange);
                remedies.sort(BEST_FIRST);
            }
            return new Prevention(
                    trials.harm(),
                    trials.stretch().from(),
                    trials.stretch().to(),
                    Remedy.asItIs(moment),
                    blame,
                    remedies,
                    assumed,
                    inVain,
                    trials.runs());
        }

        private void tryChange(Counterfactual change) {
            Verdict verdict = trials.judge(change.scenario());
            if (!add(change, verdict)) {
                inVain.add(change.words());
            }
        }

        private boolean add(Counterfactual change, Verdict verdict) {
            if (verdict == Verdict.NO_HELP) {
                return false;
            }
            Optional<History> run = trials.run(change.scenario());
            run.ifPresent(there -> (change.kind() == Remedy.Kind.ASSUMED_LENGTH ? assumed : remedies)
                    .add(Remedy.of(change, trials.judge(there), there, moment)));
            return run.isPresent();
        }

        private void tryTimer(TimerSetting setting) {
            if (setting == TimerSetting.HEARTBEAT_INTERVAL || !bears(setting)) {
                return;
            }
            List<TimerSearch.Found> found = find(setting, Verdict.PREVENTS);
            if (found.isEmpty()) {
                found = find(setting, Verdict.SHORTENS);
            }
            boolean helps = false;
            for (TimerSearch.Found value : found) {
                Scenario changed = TimerSearch.with(scenario, setting, value.value());
                helps |= add(new Counterfactual(kind(setting), value.words(scenario), changed), trials.judge(changed));
            }
            if (!helps) {
                inVain.add(TimerSearch.rangeOf(scenario, setting));
            }
        }

        /** What two IPSIs or two main servers need is not tried where there is one. */
        private boolean bears(TimerSetting setting) {
            return switch (setting) {
                case IPSI_INTERCHANGE_DELAY -> moment.pn().portNetwork().duplicatedIpsis();
                case SERVER_INTERCHANGE_CURB, SERVER_INTERCHANGE_DURATION -> scenario.estate().main().duplex();
                case SURVIVABLE_CORE_RESET -> !scenario.estate().survivableCores().isEmpty();
                default -> TimerSearch.least(scenario, setting) < TimerSearch.greatest(scenario, setting);
            };
        }

        private List<TimerSearch.Found> find(TimerSetting setting, Verdict wanted) {
            return new TimerSearch(scenario, changed -> trials.judge(changed) == wanted).of(setting);
        }

        private static Remedy.Kind kind(TimerSetting setting) {
            return setting.confidence() == Confidence.ASSUMED ? Remedy.Kind.ASSUMED_LENGTH : Remedy.Kind.TIMER;
        }
    }
}
