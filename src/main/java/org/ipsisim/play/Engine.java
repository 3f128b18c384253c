package org.ipsisim.play;

import org.ipsisim.estate.Scenario;
import org.ipsisim.history.History;

/** Runs a scenario; a pure function. */
public interface Engine {
    /**
     * The history of a scenario.
     *
     * @throws org.ipsisim.survivability.RunTooLarge if it asks for more than one run does
     */
    History run(Scenario scenario);
}
