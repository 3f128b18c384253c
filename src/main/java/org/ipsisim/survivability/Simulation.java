package org.ipsisim.survivability;

import java.util.Optional;
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
        return run(scenario, detail, RunningEstate.MOST_STEPS * scenario.workLimit());
    }

    /**
     * Runs a scenario that its reader has found right; empty if it asks for more than one run does.
     *
     * @param detail how much of the run the history shows
     * @throws SimulationDefect if the simulator itself fails
     */
    public static Optional<History> runIfPossible(Scenario scenario, Detail detail) {
        try {
            return Optional.of(run(scenario, detail));
        } catch (RunTooLarge e) {
            return Optional.empty();
        }
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
        return run(scenario, detail, KeptPhones.NONE, mostSteps);
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
        return run(scenario, detail, kept, RunningEstate.MOST_STEPS * scenario.workLimit());
    }

    private static History run(Scenario scenario, Detail detail, KeptPhones kept, long mostSteps) {
        RunningEstate run = RunningEstate.of(scenario, detail, kept, mostSteps);
        try {
            return runToEnd(run, scenario, detail);
        } catch (RunTooLarge e) {
            throw e;
        } catch (Agenda.TooManySteps e) {
            throw RunTooLarge.tooManySteps(scenario, mostSteps, run.agenda().now());
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
