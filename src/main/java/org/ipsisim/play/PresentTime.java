package org.ipsisim.play;

import org.ipsisim.history.Words;

/** How the present moment is written. */
final class PresentTime {
    private static final long SECOND = 1000;
    private static final long TENTH = 100;

    private PresentTime() {}

    /** The present moment. */
    static String text(PlaybackState session) {
        return rounded(session.now(), session);
    }

    /** A time or a length: exact while time stands still, while it goes on no finer than an eye can follow. */
    static String rounded(long millis, PlaybackState session) {
        if (!session.playing()) {
            return Words.duration(millis);
        }
        long unit = session.pace().factor() == 1 ? TENTH : SECOND;
        return Words.duration(millis / unit * unit);
    }
}
