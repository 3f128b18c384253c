package org.ipsisim.report.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws what a timeline is made of, in CSS pixels from the upper left corner. */
public interface Pen {
    /** A rectangle. */
    record Box(double x, double y, double width, double height) {
        /** Its middle. */
        public Point middle() {
            return new Point(x + width / 2, y + height / 2);
        }

        /** Whether a place is inside. */
        public boolean contains(Point at) {
            return overlaps(new Box(at.x, at.y, 0, 0));
        }

        /** Whether the two have a place in common. */
        public boolean overlaps(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

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
        INK(ChartStyle.INK),
        /** Secondary text and axes. */
        MUTED(ChartStyle.MUTED),
        /** Lines that only guide the eye. */
        GRID(ChartStyle.GRID);

        private final String color;

        Tone(String color) {
            this.color = color;
        }

        /** Its colour on white paper, as {@code #rrggbb}. */
        public String color() {
            return color;
        }
    }

    /**
     * How a line of text looks.
     *
     * @param on the band that it stands on and has the ink of; null for none
     * @param upright whether it is written from the bottom to the top
     */
    record Lettering(Tone tone, @Nullable BandState on, int size, boolean bold, Anchor anchor, boolean upright) {
        /** Its colour on white paper, as {@code #rrggbb}. */
        public String color() {
            return on == null ? tone.color : on.ink();
        }

        /** How far before its place a text of this width begins. */
        public double before(double width) {
            return anchor == Anchor.START ? 0 : anchor == Anchor.END ? width : width / 2;
        }
    }

    /** Begins a group that a reader can point at; a group without a tooltip if it is empty. */
    void begin(String tooltip);

    /** Ends the group begun last. */
    void end();

    /** A part of a timeline that a page can move. */
    enum Part {
        /** The bands and areas; nothing of them is seen outside their box. */
        PLOT,
        /** The marks of the axis. */
        TICKS,
        /** The whole run. */
        STRIP
    }

    /** Begins a part that takes a box. */
    void begin(Part part, Box box);

    /** Begins a group that only a page which moves the drawing shows; false if this pen has none. */
    boolean beginHidden(String tooltip);

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

    /** Frames a part of the overview. */
    void frame(Box box);

    /** Writes one line of text. */
    void write(Lettering look, Point at, String words);

    /** Writes one line of text in the common size. */
    default void text(Tone tone, Point at, Anchor anchor, String words) {
        write(new Lettering(tone, null, ChartStyle.LABEL_SIZE, false, anchor, false), at, words);
    }
}
