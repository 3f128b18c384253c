package org.ipsisim.play;

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
