package org.ipsisim.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ipsisim.document.Document;
import org.ipsisim.report.timeline.ChartStyle;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Shares over a time as an image: curves within their intervals, in panels one above the other. */
public final class CurveChart {
    private static final int FRAME_HEIGHT = 130;

    /** Solid, dashed and dotted, so that a print without colour tells them apart. */
    private static final float[][] DASHES = {{1f, 0f}, {7f, 3f}, {2f, 3f}};

    /**
     * A point of a curve.
     *
     * @param at the time in milliseconds
     * @param share 0 to 1
     * @param low the lower end of its interval; the share itself for none
     * @param high the upper end
     */
    public record Point(double at, double share, double low, double high) {
        /** A point without an interval. */
        public static Point of(double at, double share) {
            return new Point(at, share, share, share);
        }
    }

    /** A curve through points, in a colour such as {@code #d55e00}; a kink at every point. */
    public record Curve(String name, String colour, List<Point> points) {
        /** A curve that keeps the share of a point up to the next one. */
        public static Curve ofSteps(String name, String colour, List<Point> points) {
            List<Point> corners = new ArrayList<>();
            for (Point point : points) {
                if (!corners.isEmpty()) {
                    corners.add(Point.of(point.at, corners.get(corners.size() - 1).share));
                }
                corners.add(point);
            }
            return new Curve(name, colour, corners);
        }
    }

    /** Curves over one axis of shares with a name. */
    public record Panel(String name, List<Curve> curves) {}

    private CurveChart() {}

    /**
     * The chart; {@code file} is the name of its files without the extension.
     *
     * @param axis what the times are
     * @param upTo the end of the axis of times in milliseconds
     * @param panels of the same curves, at least one
     * @param height of each panel
     */
    public static Document.Image of(
            String file, String title, String subtitle, String axis, double upTo, List<Panel> panels, int height) {
        return Frame.image(
                file,
                FRAME_HEIGHT + Frame.height(subtitle) + panels.size() * height,
                () -> create(title, subtitle, axis, upTo, panels));
    }

    private static JFreeChart create(String title, String subtitle, String axis, double upTo, List<Panel> panels) {
        CombinedDomainXYPlot all = new CombinedDomainXYPlot(Frame.times(axis, 0, upTo, upTo));
        all.setGap(14);
        List<XYPlot> plots = panels.stream().map(CurveChart::plot).toList();
        plots.forEach(all::add);
        JFreeChart chart = Frame.chart(title, subtitle, all);
        if (!panels.get(0).curves.isEmpty()) {
            Frame.legend(chart, plots.get(0));
        }
        return chart;
    }

    private static XYPlot plot(Panel panel) {
        YIntervalSeriesCollection curves = new YIntervalSeriesCollection();
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setAlpha(0.18f);
        for (Curve curve : panel.curves) {
            YIntervalSeries series = new YIntervalSeries(curve.name, false, true);
            curve.points.forEach(point -> series.add(point.at, point.share * 100, point.low * 100, point.high * 100));
            int index = curves.getSeriesCount();
            curves.addSeries(series);
            renderer.setSeriesPaint(index, Paints.color(curve.colour));
            renderer.setSeriesFillPaint(index, Paints.color(curve.colour));
            float[] dash = DASHES[index % DASHES.length];
            renderer.setSeriesStroke(
                    index, new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, dash, 0f));
        }
        XYPlot plot = new XYPlot(curves, null, shares(panel.name), renderer);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        Frame.grid(plot);
        return plot;
    }

    private static NumberAxis shares(String name) {
        NumberAxis axis = new NumberAxis(name + " (%)");
        axis.setRange(-2, 102);
        axis.setTickUnit(new NumberTickUnit(25));
        axis.setNumberFormatOverride(NumberFormat.getIntegerInstance(Locale.ROOT));
        axis.setFixedDimension(ChartStyle.LEFT);
        Frame.look(axis);
        return axis;
    }
}
