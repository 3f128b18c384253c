package org.ipsisim.play;

import java.io.IOException;
import java.util.Optional;

/** Where pictures are shown and keys come from. */
interface Display {
    int columns();

    int rows();

    /** Shows a picture; only what differs from the last one is sent. */
    void draw(Picture picture) throws IOException;

    /**
     * Waits for a key.
     *
     * @param millis how long at most
     * @return nothing if none came
     */
    Optional<Key> read(long millis) throws IOException;

    /** Whether it still shows the last picture, in the size that it has now. */
    boolean isCurrent();

    /** The next picture is drawn in full, whatever the screen shows. */
    void forget();

    /** Stops the process until it is told to go on; meanwhile the terminal is as it was before. */
    void suspend() throws IOException;
}
