package org.ipsisim.report.chart;

import java.awt.Color;
import java.awt.Paint;
import org.jfree.chart.renderer.PaintScale;

/** Colours from light to dark for values from the least to the greatest; print without colour keeps the order. */
public record HeatScale(double least, double most) implements PaintScale {
    private static final Color[] STOPS = {
        new Color(0xf3f7f9), new Color(0xf6dfae), new Color(0xe69f00), new Color(0xc04f00), new Color(0x6e1f00)
    };

    /** On a dark page pure white would become the colour of paper. */
    private static final Color NEARLY_WHITE = new Color(0xfafafa);

    @Override
    public double getLowerBound() {
        return least;
    }

    @Override
    public double getUpperBound() {
        return most;
    }

    @Override
    public Paint getPaint(double value) {
        return color(value);
    }

    /** The colour of a value; the first one if all values are the same. */
    public Color color(double value) {
        double at = most > least ? (value - least) / (most - least) * (STOPS.length - 1) : 0;
        int stop = (int) Math.min(Math.max(at, 0), STOPS.length - 2.0);
        double share = Math.min(Math.max(at - stop, 0), 1);
        return new Color(
                mixed(STOPS[stop].getRed(), STOPS[stop + 1].getRed(), share),
                mixed(STOPS[stop].getGreen(), STOPS[stop + 1].getGreen(), share),
                mixed(STOPS[stop].getBlue(), STOPS[stop + 1].getBlue(), share));
    }

    /** Nearly black or white, whichever is read more easily on the colour of a value. */
    public Color ink(double value) {
        Color ground = color(value);
        double light = 0.299 * ground.getRed() + 0.587 * ground.getGreen() + 0.114 * ground.getBlue();
        return light > 140 ? new Color(0x1a1a1a) : NEARLY_WHITE;
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
