package org.ipsisim.play;

import java.nio.file.Path;
import org.ipsisim.history.Words;

/** What becomes of a session when the world outside has done, or not, what was asked of it. */
final class Answers {
    private Answers() {}

    /** A changed scenario has been run: time goes on in the new history. */
    static PlaybackState ran(PlaybackState session, String what, PreparedRun course) {
        Forks forks = session.forks().with(session.now(), what, course);
        String remark = session.message().isEmpty() ? "" : "; " + session.message();
        return session.served()
                .with(forks)
                .saying("fork " + forks.current() + ", from " + Words.duration(session.now()) + " on: " + what
                        + remark);
    }

    /** A file has been written. */
    static PlaybackState wrote(PlaybackState session, Path file) {
        return session.served().saying(file + " is written");
    }

    /** A file of that name is there already. */
    static PlaybackState isThere(PlaybackState session, Path file) {
        return session.served().asking(Prompt.toReplace(file.toString()));
    }

    /** It could not be done. */
    static PlaybackState failed(PlaybackState session, String why) {
        return session.served().saying(why);
    }
}
