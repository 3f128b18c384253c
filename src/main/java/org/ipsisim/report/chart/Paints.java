package org.ipsisim.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.ipsisim.report.timeline.BandState;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.Hatch;

/** The shared style in AWT's terms. */
final class Paints {
    static final BasicStroke HAIRLINE = new BasicStroke(1f);

    private Paints() {}

    static Color color(String hex) {
        return Color.decode(hex);
    }

    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    /** The font of labels. */
    static Font label() {
        return font(Font.PLAIN, ChartStyle.LABEL_SIZE);
    }

    /** Fills a rectangle with the ground and the hatching of a state; the lines of neighbours meet. */
    static void fill(Graphics2D g2, Rectangle2D box, BandState state) {
        g2.setPaint(color(state.fill()));
        g2.fill(box);
        if (state.hatch() == Hatch.NONE) {
            return;
        }
        Shape clip = g2.getClip();
        g2.clip(box);
        g2.setPaint(color(state.lines()));
        g2.setStroke(HAIRLINE);
        drawLines(g2, box, state.hatch());
        g2.setClip(clip);
    }

    private static void drawLines(Graphics2D g2, Rectangle2D box, Hatch hatch) {
        double height = box.getHeight();
        if (hatch.has('-')) {
            for (double y = box.getMinY() + Hatch.SPACING / 2.0; y < box.getMaxY(); y += Hatch.SPACING) {
                g2.draw(new Line2D.Double(box.getMinX(), y, box.getMaxX(), y));
            }
        }
        int[] dots = hatch.dots();
        double tile = hatch.tile();
        for (double x = Math.floor(box.getMinX() / tile) * tile; dots.length > 0 && x < box.getMaxX(); x += tile) {
            for (double y = Math.floor(box.getMinY() / tile) * tile; y < box.getMaxY(); y += tile) {
                for (int i = 0; i < dots.length; i += 2) {
                    g2.fill(new Rectangle2D.Double(x + dots[i], y + dots[i + 1] - 0.5, Hatch.DOT, 1));
                }
            }
        }
        double first = Math.floor((box.getMinX() - height) / Hatch.SPACING) * Hatch.SPACING;
        for (double x = first; x < box.getMaxX() + height; x += Hatch.SPACING) {
            if (hatch.has('|')) {
                g2.draw(new Line2D.Double(x, box.getMinY(), x, box.getMaxY()));
            }
            if (hatch.has('/')) {
                g2.draw(new Line2D.Double(x, box.getMaxY(), x + height, box.getMinY()));
            }
            if (hatch.has('\\')) {
                g2.draw(new Line2D.Double(x, box.getMinY(), x + height, box.getMaxY()));
            }
        }
    }
}
