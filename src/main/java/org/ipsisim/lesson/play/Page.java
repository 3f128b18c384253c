package org.ipsisim.lesson.play;

/** What fills the screen. */
enum Page {
    OVERVIEW("overview"),
    TRACE("what has happened"),
    ALARMS("alarms"),
    FORKS("forks"),
    HELP("keys");

    private final String title;

    Page(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
