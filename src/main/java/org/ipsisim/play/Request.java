package org.ipsisim.play;

import java.nio.file.Path;
import org.ipsisim.estate.Scenario;

/** What a session asks of the world outside; it goes on with the answer. */
sealed interface Request {
    /**
     * To end.
     *
     * @param interrupted whether it was by Ctrl-C
     */
    record Quit(boolean interrupted) implements Request {}

    /** To stop the process, until it is told to go on. */
    record Suspend() implements Request {}

    /** To draw everything anew. */
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
