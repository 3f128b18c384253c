package org.ipsisim.report.timeline;

import java.util.List;

/** Draws what a timeline is made of, in CSS pixels from the upper left corner. */
public interface Pen {
    /** A rectangle. */
    record Box(double x, double y, double width, double height) {}

    /** A corner of an outline. */
    record Point(double x, double y) {}

    /** Which end of a text is at its place. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** How important a text or line is. */
    enum Tone {
        /** Text to read first. */
        INK,
        /** Secondary text and axes. */
        MUTED,
        /** Lines that only guide the eye. */
        GRID
    }

    /** Begins a group that a reader can point at; a group without a tooltip if it is empty. */
    void begin(String tooltip);

    /** Ends the group begun last. */
    void end();

    /** Begins a group of which nothing is seen outside a box. */
    void beginWithin(Box box);

    /** Fills boxes with the colour and hatching of a state. */
    void fill(BandState state, List<Box> boxes);

    /**
     * Fills an outline.
     *
     * @param soft with the colour of what is in service, rather than the accent colour
     */
    void area(boolean soft, List<Point> outline);

    /** Draws a line. */
    void line(Tone tone, Point from, Point to);

    /** Writes one line of text in the common size. */
    void text(Tone tone, Point at, Anchor anchor, String words);

    /** Writes one line of a heading. */
    void heading(Tone tone, Point at, int size, boolean bold, String words);

    /** Writes from the bottom to the top, with its middle at a place. */
    void upright(Tone tone, Point middle, String words);

    /** Frames a part of the overview. */
    void frame(Box box);

    /** Writes on a band of a state. */
    void label(BandState on, Point at, int size, String words);
}
