package org.ipsisim.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.RectangularShape;
import org.ipsisim.estate.PnState;
import org.ipsisim.report.timeline.ChartStyle;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.RectangleEdge;

/** Paints the bands; the index of a series is the ordinal of its state. */
public final class HatchedBarPainter extends StandardXYBarPainter {
    private final transient ChartStyle style;

    public HatchedBarPainter(ChartStyle style) {
        this.style = style;
    }

    @Override
    public void paintBar(
            Graphics2D g2, XYBarRenderer renderer, int row, int column, RectangularShape bar, RectangleEdge base) {
        Paints.fill(g2, bar.getFrame(), style.band(PnState.values()[row]));
    }
}
