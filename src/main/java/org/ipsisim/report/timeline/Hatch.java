package org.ipsisim.report.timeline;

/** The lines that tell a band from others where colour is lost, in grey print. */
public enum Hatch {
    NONE(""),
    RISING("/"),
    FALLING("\\"),
    CROSSED("/\\"),
    HORIZONTAL("-"),
    VERTICAL("|");

    /** Distance between two parallel lines, in the units of the drawing. */
    public static final int SPACING = 6;

    private final String lines;

    Hatch(String lines) {
        this.lines = lines;
    }

    /** Whether it has lines in a direction: {@code /}, {@code \}, {@code -} or {@code |}. */
    public boolean has(char direction) {
        return lines.indexOf(direction) >= 0;
    }
}
