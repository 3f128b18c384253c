package org.ipsisim.play;

import java.nio.file.Path;
import org.ipsisim.estate.Scenario;

/** What a session asks the player to do. */
sealed interface Request {
    /**
     * To end.
     *
     * @param interrupted whether it was by Ctrl-C
     */
    record Quit(boolean interrupted) implements Request {}

    /** To suspend the process until it is resumed. */
    record Suspend() implements Request {}

    /** To redraw everything. */
    record Redraw() implements Request {}

    /**
     * To run a changed scenario.
     *
     * @param what was changed, in a few words
     */
    record Run(Scenario scenario, String what) implements Request {}

    /**
     * To write a file.
     *
     * @param overwrite whether a file of that name may be replaced
     */
    record Write(Path file, String content, boolean overwrite) implements Request {}
}
