package org.ipsisim.lesson.play;

/**
 * What a viewer looks at.
 *
 * @param page what fills the screen
 * @param selected the index of the selected port network
 * @param zoom how long the timeline is: 0 is the whole run, then shorter and shorter
 * @param scroll how many lines of a page that is longer than the screen are passed over
 * @param fork the number of the fork that is pointed at
 */
record Sight(Page page, int selected, int zoom, int scroll, int fork) {
    Sight on(Page other) {
        return new Sight(other, selected, zoom, 0, fork);
    }

    Sight selecting(int other) {
        return new Sight(page, other, zoom, page == Page.OVERVIEW ? 0 : scroll, fork);
    }

    Sight zoomed(int other) {
        return new Sight(page, selected, other, scroll, fork);
    }

    Sight scrolled(int other) {
        return new Sight(page, selected, zoom, Math.max(0, other), fork);
    }

    Sight pointingAt(int other) {
        return new Sight(page, selected, zoom, scroll, other);
    }
}
