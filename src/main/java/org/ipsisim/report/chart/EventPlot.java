package org.ipsisim.report.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.util.List;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.EventLabels;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeriesCollection;

/** The strip above the bands that says what the event lines mean. */
final class EventPlot {
    private static final BasicStroke HAIRLINE = new BasicStroke(1f);

    private final List<EventLabels.Placed> labels;
    private final ChartStyle style;
    private final double millisPerPixel;

    EventPlot(List<EventLabels.Placed> labels, ChartStyle style, double millisPerPixel) {
        this.labels = labels;
        this.style = style;
        this.millisPerPixel = millisPerPixel;
    }

    XYPlot create() {
        int lanes = EventLabels.lanes(labels);
        NumberAxis height = new NumberAxis();
        height.setRange(-0.2, lanes);
        height.setInverted(true);
        height.setVisible(false);
        XYPlot plot = new XYPlot(new XYSeriesCollection(), null, height, new XYLineAndShapeRenderer());
        for (EventLabels.Placed label : labels) {
            long at = label.mark().at();
            plot.addAnnotation(
                    new XYLineAnnotation(at, label.lane(), at, lanes, HAIRLINE, Paints.color(style.muted())));
            plot.addAnnotation(text(label));
        }
        return plot;
    }

    private XYTextAnnotation text(EventLabels.Placed label) {
        double offset = 4 * millisPerPixel;
        double x = label.mark().at() + (label.isBefore() ? -offset : offset);
        XYTextAnnotation text = new XYTextAnnotation(label.mark().label(), x, label.lane() + 0.4);
        text.setFont(Paints.font(Font.PLAIN, style.labelSize()));
        text.setPaint(Paints.color(style.ink()));
        text.setTextAnchor(label.isBefore() ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT);
        return text;
    }
}
