package org.ipsisim.play;

/**
 * What a viewer looks at.
 *
 * @param page what fills the screen
 * @param selected the index of the selected port network
 * @param grouped whether port networks that have been alike so far share a line
 * @param zoom how long the timeline is: 0 is the whole run, then shorter and shorter
 * @param scroll how many lines of a page that is longer than the screen are passed over
 * @param fork the number of the fork that is pointed at
 * @param console which screen of which server
 */
record Viewpoint(Page page, int selected, boolean grouped, int zoom, int scroll, int fork, Console console) {
    /** With more port networks than this it is better to begin with groups. */
    private static final int FEW = 8;

    /** The pages of the player. */
    enum Page {
        OVERVIEW("overview", false),
        TRACE("what has happened", true),
        ALARMS("alarms", true),
        FORKS("forks", false),
        SCREENS("screens", false),
        EXPLANATION("explanation", false),
        HELP("keys", false);

        private final String title;
        private final boolean beginsAtItsEnd;

        Page(String title, boolean beginsAtItsEnd) {
            this.title = title;
            this.beginsAtItsEnd = beginsAtItsEnd;
        }

        /** Whether its end is shown first. */
        boolean beginsAtItsEnd() {
            return beginsAtItsEnd;
        }

        String title() {
            return title;
        }
    }

    /**
     * A screen of a server: both count from 0 and begin again after the last.
     *
     * @param screen which of the screens
     * @param server whose
     */
    record Console(int screen, int server) {
        Console nextScreen() {
            return new Console(screen + 1, server);
        }

        Console nextServer() {
            return new Console(screen, server + 1);
        }
    }

    /** What a session begins with. */
    static Viewpoint of(PreparedRun run, int selected) {
        int zoom = TimeWindow.usualZoom(run.duration());
        boolean isGrouped = run.portNetworks().size() > FEW;
        return new Viewpoint(Page.OVERVIEW, selected, isGrouped, zoom, 0, 1, new Console(0, 0));
    }

    Viewpoint on(Page other) {
        return new Viewpoint(other, selected, grouped, zoom, 0, fork, console);
    }

    Viewpoint selecting(int other) {
        return new Viewpoint(page, other, grouped, zoom, scroll, fork, console);
    }

    Viewpoint grouped(boolean together) {
        return new Viewpoint(page, selected, together, zoom, scroll, fork, console);
    }

    Viewpoint zoomed(int other) {
        return new Viewpoint(page, selected, grouped, other, scroll, fork, console);
    }

    Viewpoint scrolled(int other) {
        return new Viewpoint(page, selected, grouped, zoom, Math.max(0, other), fork, console);
    }

    Viewpoint pointingAt(int other) {
        return new Viewpoint(page, selected, grouped, zoom, scroll, other, console);
    }

    /** Another screen is seen from its beginning. */
    Viewpoint at(Console other) {
        return new Viewpoint(page, selected, grouped, zoom, 0, fork, other);
    }
}
