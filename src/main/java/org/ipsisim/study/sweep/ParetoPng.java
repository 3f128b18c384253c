package org.ipsisim.study.sweep;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.text.NumberFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ipsisim.report.chart.Frame;
import org.ipsisim.report.chart.Paints;
import org.ipsisim.report.chart.Png;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.study.Cost;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** What the settings of a sweep cost as a PNG image: calls dropped against the time in which nobody can dial. */
public final class ParetoPng {
    private static final int HEIGHT = 460;
    private static final int MOST_LABELS = 10;
    private static final double MARGIN = 0.08;

    private final SweepAnswer answer;
    private final Sweep sweep;
    private final ChartStyle style = ChartStyle.standard();

    private ParetoPng(SweepAnswer answer) {
        this.answer = answer;
        this.sweep = answer.sweep();
    }

    /**
     * The image file. On one machine the bytes depend on the sweep alone; other fonts give other bytes.
     *
     * @param answer of a sweep in which at least one setting was run
     * @throws IOException if this machine has no fonts to draw with
     */
    public static byte[] render(SweepAnswer answer) throws IOException {
        return Png.render("pareto.png", () -> new ParetoPng(answer).draw());
    }

    private BufferedImage draw() {
        return Png.draw(create(), style.width(), HEIGHT, new ChartRenderingInfo());
    }

    private JFreeChart create() {
        XYPlot plot = new XYPlot(points(), times(), calls(), renderer());
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        Frame.grid(plot, style);
        List<Integer> front = answer.distinctFront();
        if (front.size() <= MOST_LABELS) {
            front.forEach(choice -> plot.addAnnotation(label(choice)));
        }
        JFreeChart chart = Frame.chart(
                "What the settings cost",
                "Towards the lower left: better. The names are the values of the settings that nothing beats, with their"
                        + " needless failovers.",
                plot,
                style);
        Frame.legend(chart, plot, style);
        return chart;
    }

    private static double time(Cost cost) {
        return Criterion.SERVICE.of(cost);
    }

    private static double calls(Cost cost) {
        return Criterion.CALLS.of(cost);
    }

    /** In the order in which they are drawn, the most important last; points that coincide are drawn once. */
    private XYSeriesCollection points() {
        XYSeries others = new XYSeries("other settings", false);
        XYSeries front = new XYSeries("nothing beats it", false);
        Set<List<Double>> seen = new HashSet<>();
        for (int choice = 0; choice < sweep.costs().size(); choice++) {
            Cost cost = sweep.costs().get(choice);
            boolean onFront = answer.isOnFront(choice);
            if (seen.add(List.of(time(cost), calls(cost), onFront ? 1.0 : 0.0))) {
                (onFront ? front : others).add(time(cost), calls(cost));
            }
        }
        XYSeriesCollection points = new XYSeriesCollection();
        points.addSeries(others);
        points.addSeries(front);
        XYSeries now = new XYSeries("unchanged", false);
        sweep.now().ifPresent(cost -> now.add(time(cost), calls(cost)));
        points.addSeries(now);
        XYSeries best = new XYSeries("recommended", false);
        Cost cost = sweep.costs().get(answer.recommended().getAsInt());
        best.add(time(cost), calls(cost));
        points.addSeries(best);
        return points;
    }

    private XYLineAndShapeRenderer renderer() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        look(renderer, 0, circle(3), "#b8c0c6", true);
        look(renderer, 1, circle(4.5), style.accent(), true);
        look(renderer, 2, diamond(6), "#d55e00", true);
        look(renderer, 3, circle(8), style.ink(), false);
        renderer.setDrawOutlines(true);
        renderer.setDefaultOutlineStroke(new BasicStroke(2f));
        return renderer;
    }

    private static void look(XYLineAndShapeRenderer renderer, int series, Shape shape, String colour, boolean filled) {
        renderer.setSeriesShape(series, shape);
        renderer.setSeriesPaint(series, Paints.color(colour));
        renderer.setSeriesOutlineStroke(series, new BasicStroke(2f));
        renderer.setSeriesShapesFilled(series, filled);
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

    private XYTextAnnotation label(int choice) {
        Cost cost = sweep.costs().get(choice);
        long needless = Criterion.FAILOVERS.of(cost);
        String text = " " + String.join(", ", sweep.plan().choices().texts(choice))
                + (needless == 0 ? "" : " (" + needless + ")");
        double above = (most(Criterion.CALLS) - least(Criterion.CALLS)) * 0.015;
        XYTextAnnotation label = new XYTextAnnotation(text, time(cost), calls(cost) + above);
        label.setFont(Paints.font(Font.PLAIN, style.labelSize()));
        label.setPaint(Paints.color(style.ink()));
        label.setTextAnchor(TextAnchor.BOTTOM_LEFT);
        return label;
    }

    private NumberAxis times() {
        double least = least(Criterion.SERVICE);
        double most = most(Criterion.SERVICE);
        double margin = Math.max((most - least) * MARGIN, 1000);
        return Frame.times(
                "time in which nobody can dial",
                Math.max(0, least - margin),
                most + 2 * margin,
                most - least + 2 * margin,
                style);
    }

    private NumberAxis calls() {
        double margin = Math.max((most(Criterion.CALLS) - least(Criterion.CALLS)) * MARGIN, 1);
        NumberAxis axis = new NumberAxis("failed calls");
        axis.setRange(least(Criterion.CALLS) - margin, most(Criterion.CALLS) + margin);
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        axis.setNumberFormatOverride(NumberFormat.getIntegerInstance(Locale.ROOT));
        axis.setFixedDimension(style.left());
        Frame.look(axis, style);
        return axis;
    }

    private double least(Criterion objective) {
        double least = sweep.costs().stream().mapToDouble(objective::of).min().orElse(0);
        return sweep.now().map(now -> Math.min(least, objective.of(now))).orElse(least);
    }

    private double most(Criterion objective) {
        double most = sweep.costs().stream().mapToDouble(objective::of).max().orElse(0);
        return sweep.now().map(now -> Math.max(most, objective.of(now))).orElse(most);
    }
}
