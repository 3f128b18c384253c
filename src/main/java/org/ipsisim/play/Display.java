package org.ipsisim.play;

import java.io.IOException;
import java.util.Optional;

/** Shows pictures and gives keys. */
interface Display {
    int columns();

    int rows();

    /** Shows a picture; sends only what differs from the last one. */
    void draw(Picture picture) throws IOException;

    /**
     * Waits for a key.
     *
     * @param millis the longest wait
     * @return empty if none came
     */
    Optional<Keystroke> read(long millis) throws IOException;

    /** Whether it still shows the last picture, in the size that it has now. */
    boolean isCurrent();

    /** Makes the next picture be drawn in full. */
    void forget();

    /** Suspends the process until it is resumed; meanwhile the terminal is as it was before. */
    void suspend() throws IOException;
}
