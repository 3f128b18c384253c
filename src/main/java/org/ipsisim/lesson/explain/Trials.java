package org.ipsisim.lesson.explain;

import java.util.Optional;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.survivability.RunTooLarge;
import org.ipsisim.survivability.Simulation;

/** Runs changed scenarios and judges what became of the port network that is asked about. */
final class Trials {
    private final Moment moment;
    private final Harm harm;
    private final Harm.Stretch stretch;
    private final Harm.Stretch room;
    private final long timeInHarm;
    private int runs;

    Trials(Moment moment) {
        this.moment = moment;
        this.harm = Harm.of(moment.span(), main());
        this.stretch = harm == Harm.NONE
                ? new Harm.Stretch(moment.at(), moment.at())
                : harm.stretchAround(moment.pn(), main(), moment.at());
        this.room = harm.roomAround(stretch, moment.pn(), main());
        this.timeInHarm = timeInHarm(moment.pn());
    }

    private int main() {
        return moment.history().mainCluster();
    }

    Harm harm() {
        return harm;
    }

    Harm.Stretch stretch() {
        return stretch;
    }

    /** How many runs it took so far. */
    int runs() {
        return runs;
    }

    /**
     * What a scenario makes of it; nothing better if it is too much for one run.
     *
     * @param timeInHarm how long it is as bad or worse in the whole run, in milliseconds
     */
    record Judgement(Verdict verdict, long timeInHarm) {}

    Judgement judge(Scenario changed) {
        return quick(changed).map(this::judge).orElse(new Judgement(Verdict.NO_HELP, Long.MAX_VALUE));
    }

    /** A whole run, with its calls; empty if it is too much. */
    Optional<History> run(Scenario changed) {
        return run(changed, Detail.SILENCES);
    }

    /** A run that shows what it takes to judge, and not all calls; empty if it is too much. */
    Optional<History> quick(Scenario changed) {
        return run(withoutIdleTalk(changed), harm == Harm.SILENT ? Detail.SILENCES : Detail.RESETS);
    }

    private Optional<History> run(Scenario changed, Detail detail) {
        runs++;
        try {
            return Optional.of(Simulation.run(changed, detail));
        } catch (RunTooLarge e) {
            return Optional.empty();
        }
    }

    Judgement judge(History changed) {
        PnHistory pn = changed.findPortNetwork(moment.number()).orElseThrow();
        return new Judgement(verdict(pn, changed.duration()), timeInHarm(pn));
    }

    private Verdict verdict(PnHistory pn, long end) {
        long after = timeInHarm(pn);
        boolean better = !harm.isIn(pn.spanAt(moment.at()), main());
        boolean gone = harm.timeIn(pn, main(), room.from(), room.to()) == 0;
        if (better && gone && after <= timeInHarm - stretch.length()) {
            return Verdict.PREVENTS;
        }
        boolean openEnd = stretch.to() == moment.history().duration();
        boolean stillBadAtEnd = harm.isIn(pn.spanAt(end), main());
        boolean less = after < timeInHarm
                && harm.timeIn(pn, main(), stretch.from(), stretch.to()) < stretch.length()
                && !(openEnd && stillBadAtEnd);
        return less ? Verdict.SHORTENS : Verdict.NO_HELP;
    }

    private long timeInHarm(PnHistory pn) {
        return harm.timeIn(pn, main(), 0, moment.history().duration());
    }

    /** Random calls take most of the time of a run, and move no port network unless their load or their data bears on heartbeats. */
    private static Scenario withoutIdleTalk(Scenario scenario) {
        boolean bears = scenario.estate().heartbeats().dataCounts()
                || scenario.events().stream().anyMatch(ScenarioEvent.DuplexMismatch.class::isInstance);
        if (bears
                || scenario.estate().portNetworks().stream()
                        .allMatch(pn -> pn.traffic().isEmpty())) {
            return scenario;
        }
        return Scenarios.with(
                scenario,
                scenario.estate()
                        .with(scenario.estate().portNetworks().stream()
                                .map(Trials::silent)
                                .toList()));
    }

    private static PortNetwork silent(PortNetwork pn) {
        return new PortNetwork(
                pn.number(),
                pn.site(),
                pn.community(),
                pn.duplicatedIpsis(),
                pn.ignoreConnectivityInArbitration(),
                pn.calls(),
                Optional.empty());
    }
}
