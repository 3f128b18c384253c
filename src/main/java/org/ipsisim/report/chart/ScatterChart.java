package org.ipsisim.report.chart;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.ipsisim.document.Document;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.TextWidth;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Counts against times as an image: a mark for each point, in the shape of its series. */
public final class ScatterChart {
    private static final int HEIGHT = 460;
    private static final double MARGIN = 0.08;
    /** What titles, legend and axis take of the height. */
    private static final int FRAME = 150;
    /** From a point to its name. */
    private static final double OFFSET = 7;
    /** Where the name of a point may stand, the best place first. */
    private static final List<TextAnchor> ANCHORS =
            List.of(TextAnchor.BOTTOM_LEFT, TextAnchor.TOP_LEFT, TextAnchor.BOTTOM_RIGHT, TextAnchor.TOP_RIGHT);

    /** How the points of a series look. */
    public enum Mark {
        /** Grey and small, for the many. */
        SMALL,
        DOT,
        DIAMOND,
        /** Around what is marked otherwise. */
        RING
    }

    /**
     * One point.
     *
     * @param time in milliseconds
     * @param label written beside it; empty for none
     */
    public record Point(double time, double count, String label) {}

    /** Points with a name for the legend; a later series lies upon earlier ones. */
    public record Series(String name, Mark mark, List<Point> points) {}

    private ScatterChart() {}

    /**
     * The chart; {@code file} is the name of its files without the extension.
     *
     * @param times what the times are
     * @param counts what is counted
     * @param all at least one point among them
     */
    public static Document.Image of(
            String file, String title, String subtitle, String times, String counts, List<Series> all) {
        return Frame.image(file, HEIGHT, () -> {
            XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
            renderer.setDrawOutlines(true);
            renderer.setDefaultOutlineStroke(new BasicStroke(2f));
            XYSeriesCollection points = new XYSeriesCollection();
            for (Series one : all) {
                look(renderer, points.getSeriesCount(), one.mark);
                XYSeries series = new XYSeries(one.name, false);
                one.points.forEach(point -> series.add(point.time, point.count));
                points.addSeries(series);
            }
            DoubleSummaryStatistics vertical = range(all, Point::count);
            XYPlot plot = new XYPlot(points, times(times, range(all, Point::time)), counts(counts, vertical), renderer);
            plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
            Frame.grid(plot);
            label(plot, all);
            JFreeChart chart = Frame.chart(title, subtitle, plot);
            Frame.legend(chart, plot);
            return chart;
        });
    }

    private static DoubleSummaryStatistics range(List<Series> all, ToDoubleFunction<Point> value) {
        return all.stream()
                .flatMap(series -> series.points.stream())
                .mapToDouble(value)
                .summaryStatistics();
    }

    private static void look(XYLineAndShapeRenderer renderer, int series, Mark mark) {
        renderer.setSeriesOutlineStroke(series, new BasicStroke(2f));
        renderer.setSeriesShapesFilled(series, mark != Mark.RING);
        renderer.setSeriesShape(
                series,
                switch (mark) {
                    case SMALL -> circle(3);
                    case DOT -> circle(4.5);
                    case DIAMOND -> diamond(6);
                    case RING -> circle(8);
                });
        renderer.setSeriesPaint(
                series,
                Paints.color(
                        switch (mark) {
                            case SMALL -> "#87919a";
                            case DOT -> ChartStyle.ACCENT;
                            case DIAMOND -> "#d55e00";
                            case RING -> ChartStyle.INK;
                        }));
    }

    private static Shape circle(double radius) {
        return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }

    private static Shape diamond(double radius) {
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(0, -radius);
        diamond.lineTo(radius, 0);
        diamond.lineTo(0, radius);
        diamond.lineTo(-radius, 0);
        diamond.closePath();
        return diamond;
    }

    /** Names points, those of later series first; a name that would cover another one or a named point is left out. */
    private static void label(XYPlot plot, List<Series> all) {
        double perTime = (ChartStyle.WIDTH - ChartStyle.LEFT - ChartStyle.RIGHT)
                / plot.getDomainAxis().getRange().getLength();
        double perCount = (HEIGHT - FRAME) / plot.getRangeAxis().getRange().getLength();
        List<Rectangle2D> taken = new ArrayList<>();
        List<Point> named = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            all.get(i).points.stream().filter(point -> !point.label.isEmpty()).forEach(named::add);
        }
        named.forEach(point ->
                taken.add(new Rectangle2D.Double(point.time * perTime - 5, -point.count * perCount - 5, 10, 10)));
        for (Point point : named) {
            double width = TextWidth.of(point.label, ChartStyle.LABEL_SIZE);
            for (TextAnchor anchor : ANCHORS) {
                double aside = anchor == TextAnchor.BOTTOM_LEFT || anchor == TextAnchor.TOP_LEFT ? 1 : -1;
                double above = anchor == TextAnchor.BOTTOM_LEFT || anchor == TextAnchor.BOTTOM_RIGHT ? 1 : -1;
                double x = point.time * perTime + aside * OFFSET;
                double y = -point.count * perCount - above * OFFSET;
                Rectangle2D box = new Rectangle2D.Double(
                        aside > 0 ? x : x - width,
                        above > 0 ? y - ChartStyle.LABEL_SIZE : y,
                        width,
                        ChartStyle.LABEL_SIZE);
                boolean inside = plot.getDomainAxis().getRange().contains(box.getMinX() / perTime)
                        && plot.getDomainAxis().getRange().contains(box.getMaxX() / perTime);
                if (inside && taken.stream().noneMatch(box::intersects)) {
                    taken.add(box);
                    XYTextAnnotation label = new XYTextAnnotation(point.label, x / perTime, -y / perCount);
                    label.setFont(Paints.label());
                    label.setPaint(Paints.color(ChartStyle.INK));
                    label.setTextAnchor(anchor);
                    plot.addAnnotation(label);
                    break;
                }
            }
        }
    }

    private static NumberAxis times(String name, DoubleSummaryStatistics times) {
        double length = times.getMax() - times.getMin();
        double margin = Math.max(length * MARGIN, 1000);
        return Frame.times(
                name, Math.max(0, times.getMin() - margin), times.getMax() + 2 * margin, length + 2 * margin);
    }

    private static NumberAxis counts(String name, DoubleSummaryStatistics counts) {
        double margin = Math.max((counts.getMax() - counts.getMin()) * MARGIN, 1);
        NumberAxis axis = new NumberAxis(name);
        axis.setRange(counts.getMin() - margin, counts.getMax() + margin);
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        axis.setNumberFormatOverride(NumberFormat.getIntegerInstance(Locale.ROOT));
        axis.setFixedDimension(ChartStyle.LEFT);
        Frame.look(axis);
        return axis;
    }
}
