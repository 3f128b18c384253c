package org.ipsisim.report.chart;

import java.awt.Font;
import java.util.List;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.OutOfService;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepAreaRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** How many port networks are out of service, as a stepped area. */
final class OutOfServicePlot {
    private final List<OutOfService> stretches;
    private final int peak;
    private final ChartStyle style;

    OutOfServicePlot(List<OutOfService> stretches, int peak, ChartStyle style) {
        this.stretches = stretches;
        this.peak = peak;
        this.style = style;
    }

    XYPlot create() {
        XYSeries counts = new XYSeries("out of service");
        for (OutOfService stretch : stretches) {
            counts.add(stretch.from(), stretch.count());
        }
        OutOfService last = stretches.get(stretches.size() - 1);
        counts.add(last.to(), last.count());
        XYStepAreaRenderer area = new XYStepAreaRenderer(XYStepAreaRenderer.AREA);
        area.setSeriesPaint(0, Paints.color(style.accent()));
        area.setShapesVisible(false);
        area.setOutline(false);
        return new XYPlot(new XYSeriesCollection(counts), null, axis(), area);
    }

    private NumberAxis axis() {
        NumberAxis axis = new NumberAxis("PNs out");
        axis.setFixedDimension(style.left());
        axis.setRange(0, peak * 1.2);
        axis.setTickUnit(new NumberTickUnit(peak <= 2 ? 1 : (peak + 1) / 2));
        axis.setLabelFont(Paints.font(Font.PLAIN, style.labelSize()));
        axis.setTickLabelFont(Paints.font(Font.PLAIN, style.labelSize()));
        axis.setLabelPaint(Paints.color(style.muted()));
        axis.setTickLabelPaint(Paints.color(style.muted()));
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        return axis;
    }
}
