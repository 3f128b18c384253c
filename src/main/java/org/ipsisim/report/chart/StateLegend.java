package org.ipsisim.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.ipsisim.estate.PnState;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.TextWidth;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.Size2D;

/** A row of hatched samples with the words of the states that occur. */
public final class StateLegend extends Title {
    private static final int HEIGHT = 30;
    private static final int SAMPLE = 22;
    private static final int SAMPLE_HEIGHT = 12;
    private static final int GAP = 18;

    private final transient Map<PnState, String> words;
    private final transient ChartStyle style;

    /** @param words what goes by the look of each state, in the order of the legend */
    public StateLegend(Map<PnState, String> words, ChartStyle style) {
        this.words = words;
        this.style = style;
    }

    @Override
    public Size2D arrange(Graphics2D g2, RectangleConstraint constraint) {
        return new Size2D(style.plotWidth(), HEIGHT);
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area) {
        draw(g2, area, null);
    }

    @Override
    public Object draw(Graphics2D g2, Rectangle2D area, Object params) {
        double x = area.getMinX() + getPadding().getLeft();
        double middle = area.getCenterY();
        g2.setFont(Paints.font(Font.PLAIN, style.labelSize()));
        for (Map.Entry<PnState, String> entry : words.entrySet()) {
            Rectangle2D sample = new Rectangle2D.Double(x, middle - SAMPLE_HEIGHT / 2.0, SAMPLE, SAMPLE_HEIGHT);
            Paints.fill(g2, sample, style.band(entry.getKey()));
            g2.setPaint(Paints.color(style.ink()));
            g2.drawString(entry.getValue(), (float) (x + SAMPLE + 6), (float) (middle + style.labelSize() * 0.36));
            x += SAMPLE + 6 + TextWidth.of(entry.getValue(), style.labelSize()) + GAP;
        }
        return null;
    }
}
