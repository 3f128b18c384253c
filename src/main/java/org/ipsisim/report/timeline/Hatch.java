package org.ipsisim.report.timeline;

/** The direction of the lines that tell a band from others where colour is lost, in grey print. */
public enum Hatch {
    NONE(false, false, false, false),
    RISING(true, false, false, false),
    FALLING(false, true, false, false),
    CROSSED(true, true, false, false),
    HORIZONTAL(false, false, true, false),
    VERTICAL(false, false, false, true);

    /** Distance between two parallel lines, in the units of the drawing. */
    public static final int SPACING = 6;

    private final boolean rising;
    private final boolean falling;
    private final boolean horizontal;
    private final boolean vertical;

    Hatch(boolean rising, boolean falling, boolean horizontal, boolean vertical) {
        this.rising = rising;
        this.falling = falling;
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    /** Whether it has lines from the lower left to the upper right. */
    public boolean isRising() {
        return rising;
    }

    /** Whether it has lines from the upper left to the lower right. */
    public boolean isFalling() {
        return falling;
    }

    /** Whether it has level lines. */
    public boolean isHorizontal() {
        return horizontal;
    }

    /** Whether it has upright lines. */
    public boolean isVertical() {
        return vertical;
    }
}
