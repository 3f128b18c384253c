package org.ipsisim.survivability;

import java.util.Optional;
import java.util.function.LongConsumer;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.KeptPhones;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.network.OutageDraws;

/**
 * One run of a scenario: a pure function of the scenario and its seed, without input, output, clock or thread.
 *
 * <p>Time runs from 0 to the scenario's duration, which is not part of the run.
 */
public final class Simulation {
    /**
     * The unit in which work is limited, in steps of the agenda: one to three seconds on a usual machine. An outage of a
     * day in an estate of 64 port networks and 7 survivable cores takes less than a thousandth of it.
     */
    public static final long USUAL_STEPS = 30_000_000;

    private static final int ENTRIES_SHOWN = 20;

    private Simulation() {}

    /**
     * Runs a scenario that its reader has found right, and shows every silence.
     *
     * @throws RunTooLarge if it asks for more than one run does
     * @throws SimulationDefect if the simulator itself fails
     */
    public static History run(Scenario scenario) {
        return run(scenario, Detail.SILENCES);
    }

    /**
     * Runs a scenario that its reader has found right.
     *
     * @param detail how much of the run the history shows
     * @throws RunTooLarge if it asks for more than one run does
     * @throws SimulationDefect if the simulator itself fails
     */
    public static History run(Scenario scenario, Detail detail) {
        return run(scenario, detail, most(scenario));
    }

    /**
     * Runs a scenario that its reader has found right, and says how far it is.
     *
     * @param detail how much of the run the history shows
     * @param progress is told the simulated time in milliseconds, again and again
     * @throws RunTooLarge if it asks for more than one run does
     * @throws SimulationDefect if the simulator itself fails
     */
    public static History run(Scenario scenario, Detail detail, LongConsumer progress) {
        return run(scenario, detail, KeptPhones.NONE, most(scenario), progress, steps -> {});
    }

    /**
     * Runs a scenario that its reader has found right; empty if it asks for more than one run does.
     *
     * @param detail how much of the run the history shows
     * @throws SimulationDefect if the simulator itself fails
     */
    public static Optional<History> runIfPossible(Scenario scenario, Detail detail) {
        return runIfPossible(scenario, detail, most(scenario), steps -> {});
    }

    /**
     * Runs a scenario that its reader has found right; empty if it asks for too much.
     *
     * @param detail how much of the run the history shows
     * @param mostSteps after so many steps of work the run is given up
     * @param spent is told how many steps it took, also if it was given up
     * @throws SimulationDefect if the simulator itself fails
     */
    public static Optional<History> runIfPossible(
            Scenario scenario, Detail detail, long mostSteps, LongConsumer spent) {
        try {
            return Optional.of(run(scenario, detail, KeptPhones.NONE, mostSteps, now -> {}, spent));
        } catch (RunTooLarge e) {
            return Optional.empty();
        }
    }

    private static long most(Scenario scenario) {
        return USUAL_STEPS * scenario.workLimit();
    }

    /**
     * Runs a scenario that its reader has found right, for a caller that has the time.
     *
     * @param detail how much of the run the history shows
     * @param mostSteps after so many steps of work the run is given up; some ten million a second
     * @throws RunTooLarge if it asks for more
     * @throws SimulationDefect if the simulator itself fails
     */
    public static History run(Scenario scenario, Detail detail, long mostSteps) {
        return run(scenario, detail, KeptPhones.NONE, mostSteps, now -> {}, steps -> {});
    }

    /**
     * Runs a scenario that its reader has found right, and keeps the histories of single phones.
     *
     * @param detail how much of the run the history shows
     * @param kept the phones whose own histories are kept
     * @throws RunTooLarge if it asks for more than one run does
     * @throws SimulationDefect if the simulator itself fails
     */
    public static History run(Scenario scenario, Detail detail, KeptPhones kept) {
        return run(scenario, detail, kept, most(scenario), now -> {}, steps -> {});
    }

    private static History run(
            Scenario scenario,
            Detail detail,
            KeptPhones kept,
            long mostSteps,
            LongConsumer progress,
            LongConsumer spent) {
        Agenda agenda = new Agenda(mostSteps, progress);
        try {
            return wholeRun(RunningEstate.of(scenario, detail, kept, agenda), scenario, detail);
        } catch (Agenda.TooManySteps e) {
            throw RunTooLarge.tooManySteps(scenario, mostSteps, agenda.now());
        } finally {
            spent.accept(agenda.steps());
        }
    }

    private static History wholeRun(RunningEstate run, Scenario scenario, Detail detail) {
        try {
            return runToEnd(run, scenario, detail);
        } catch (RunTooLarge | Agenda.TooManySteps e) {
            throw e;
        } catch (RuntimeException e) {
            throw new SimulationDefect(
                    scenario, run.agenda().now(), run.recorder().lastEntries(ENTRIES_SHOWN), e);
        }
    }

    /** Runs an estate on which nothing has happened yet through the events of its scenario. */
    static History runToEnd(RunningEstate run, Scenario scenario, Detail detail) {
        new Faults(run, OutageDraws.eventsOf(scenario)).schedule();
        new Impairments(run, scenario).schedule();
        new Commands(run, scenario.events()).schedule();
        new ScheduledReturn(run, scenario.estate().fallback()).schedule();
        return run.runToEnd(detail);
    }
}
