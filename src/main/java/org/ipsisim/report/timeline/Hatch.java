package org.ipsisim.report.timeline;

/** The lines or dots that tell a band from others where colour is lost, in grey print. */
public enum Hatch {
    NONE(""),
    RISING("/"),
    FALLING("\\"),
    CROSSED("/\\"),
    HORIZONTAL("-"),
    VERTICAL("|"),
    ONE(".", 6, 6),
    TWO(".", 2, 2, 10, 10),
    THREE(".", 2, 2, 6, 6, 10, 10),
    FOUR(".", 2, 2, 2, 10, 10, 2, 10, 10),
    FIVE(".", 2, 2, 2, 10, 10, 2, 10, 10, 6, 6),
    SIX(".", 2, 2, 6, 2, 10, 2, 2, 10, 6, 10, 10, 10);

    /** Distance between two parallel lines, in the units of the drawing. */
    public static final int SPACING = 6;

    /** Width and height of a dot. */
    public static final double DOT = 1.6;

    private final String lines;
    private final int[] dots;

    Hatch(String lines, int... dots) {
        this.lines = lines;
        this.dots = dots;
    }

    /** Width and height of what is repeated. */
    public int tile() {
        return dots.length == 0 ? SPACING : 2 * SPACING;
    }

    /** The middles of the dots in a tile, across and down in turn. */
    public int[] dots() {
        return dots.clone();
    }

    /** Whether it has lines in a direction: {@code /}, {@code \}, {@code -} or {@code |}. */
    public boolean has(char direction) {
        return lines.indexOf(direction) >= 0;
    }
}
