package org.ipsisim.play;

/** What keys do on the page of forks. */
final class Choosing {
    private Choosing() {}

    /** Whether a key means something else there than elsewhere. */
    static boolean isForForks(Key key) {
        return switch (key.name()) {
            case UP, DOWN, ENTER -> true;
            case CHARACTER -> key.character() >= '1' && key.character() <= '9';
            default -> false;
        };
    }

    static PlaybackState press(PlaybackState session, Key key) {
        Viewpoint sight = session.sight();
        return switch (key.name()) {
            case UP -> point(session, sight.fork() - 1);
            case DOWN -> point(session, sight.fork() + 1);
            case ENTER -> play(session, sight.fork());
            default -> play(session, key.character() - '0');
        };
    }

    private static PlaybackState point(PlaybackState session, int number) {
        int most = session.forks().all().size();
        return session.with(session.sight().pointingAt(Math.max(1, Math.min(number, most))));
    }

    private static PlaybackState play(PlaybackState session, int number) {
        if (number > session.forks().all().size()) {
            return session.saying("there is no fork " + number);
        }
        return session.with(session.forks().playing(number))
                .with(session.sight().on(Page.OVERVIEW))
                .saying("fork " + number + ": "
                        + session.forks().all().get(number - 1).what());
    }
}
