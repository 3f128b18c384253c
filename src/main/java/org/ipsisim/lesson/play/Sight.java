package org.ipsisim.lesson.play;

/**
 * What a viewer looks at.
 *
 * @param page what fills the screen
 * @param selected the index of the selected port network
 * @param grouped whether port networks that have been alike so far share a line
 * @param zoom how long the timeline is: 0 is the whole run, then shorter and shorter
 * @param scroll how many lines of a page that is longer than the screen are passed over
 * @param fork the number of the fork that is pointed at
 */
record Sight(Page page, int selected, boolean grouped, int zoom, int scroll, int fork) {
    /** With more port networks than this it is better to begin with groups. */
    private static final int FEW = 8;

    /** What a session begins with. */
    static Sight of(Course course, int selected) {
        int zoom = TimeWindow.usualZoom(course.duration());
        return new Sight(Page.OVERVIEW, selected, course.portNetworks().size() > FEW, zoom, 0, 1);
    }

    Sight on(Page other) {
        return new Sight(other, selected, grouped, zoom, 0, fork);
    }

    Sight selecting(int other) {
        return new Sight(page, other, grouped, zoom, scroll, fork);
    }

    Sight grouped(boolean together) {
        return new Sight(page, selected, together, zoom, scroll, fork);
    }

    Sight zoomed(int other) {
        return new Sight(page, selected, grouped, other, scroll, fork);
    }

    Sight scrolled(int other) {
        return new Sight(page, selected, grouped, zoom, Math.max(0, other), fork);
    }

    Sight pointingAt(int other) {
        return new Sight(page, selected, grouped, zoom, scroll, other);
    }
}
