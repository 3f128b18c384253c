package org.ipsisim.cli;

import org.ipsisim.estate.Scenario;
import org.ipsisim.survivability.SimulationDefect;

/** A defect of the simulator, found while a scenario ran or its results were written. */
final class Defect extends RuntimeException {
    private Defect(String message, Throwable cause) {
        super(message, cause);
    }

    /** The defect of a run of a scenario. */
    static Defect in(Scenario scenario, RuntimeException cause) {
        String where = "scenario " + scenario.provenance().file() + ", seed " + scenario.seed() + ": ";
        return new Defect(
                cause instanceof SimulationDefect ? String.valueOf(cause.getMessage()) : where + cause, cause);
    }

    /** Reports a failure to the user, with a stack trace only if asked for. */
    static void report(Throwable failure, Terminal terminal) {
        if (failure instanceof OutOfMemoryError) {
            terminal.complain("out of memory; IPSISIM_JAVA_OPTS=-Xmx2g gives more");
        } else {
            terminal.complain(
                    "this is a defect of the simulator, not of your input. Please report it, with the scenario"
                            + " file and this:");
            terminal.err().println(failure instanceof Defect ? failure.getMessage() : failure.toString());
        }
        if (terminal.look().debug()) {
            failure.printStackTrace(terminal.err());
        } else {
            terminal.err().println("IPSISIM_DEBUG=1 adds a stack trace.");
        }
    }
}
