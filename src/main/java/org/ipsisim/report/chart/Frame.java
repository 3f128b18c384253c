package org.ipsisim.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.TimeTicks;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** What all charts have in common: white paper, titles flush left, muted axes. */
public final class Frame {
    private static final BasicStroke HAIRLINE = new BasicStroke(1f);

    private Frame() {}

    /** A chart of a plot with a title and a sentence below it. */
    public static JFreeChart chart(String title, String subtitle, Plot plot, ChartStyle style) {
        plot.setInsets(new RectangleInsets(6, 0, 0, style.right()));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(14, 0, 12, 0));
        chart.addSubtitle(text(title, Font.BOLD, style.titleSize(), style.ink(), style));
        chart.addSubtitle(text(subtitle, Font.PLAIN, style.subtitleSize(), style.muted(), style));
        return chart;
    }

    static TextTitle text(String words, int fontStyle, int size, String colour, ChartStyle style) {
        TextTitle title = new TextTitle(words, Paints.font(fontStyle, size));
        title.setPaint(Paints.color(colour));
        title.setTextAlignment(HorizontalAlignment.LEFT);
        atLeft(title, style);
        return title;
    }

    /** Puts a title at the left margin. */
    public static void atLeft(Title title, ChartStyle style) {
        title.setPosition(RectangleEdge.TOP);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPadding(new RectangleInsets(2, ChartStyle.MARGIN, 2, style.right()));
    }

    /** The look of an axis; its range and ticks are the caller's. */
    public static void look(ValueAxis axis, ChartStyle style) {
        axis.setTickLabelFont(Paints.font(Font.PLAIN, style.labelSize()));
        axis.setTickLabelPaint(Paints.color(style.ink()));
        axis.setLabelFont(Paints.font(Font.PLAIN, style.labelSize()));
        axis.setLabelPaint(Paints.color(style.muted()));
        axis.setAxisLinePaint(Paints.color(style.muted()));
        axis.setTickMarkPaint(Paints.color(style.muted()));
    }

    /** A plot without grid lines. */
    public static XYPlot bare(XYPlot plot) {
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        return plot;
    }

    /** The look of an axis of names. */
    public static void look(CategoryAxis axis, ChartStyle style) {
        axis.setTickLabelFont(Paints.font(Font.PLAIN, style.labelSize()));
        axis.setTickLabelPaint(Paints.color(style.ink()));
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
    }

    /**
     * An axis of times, with round marks.
     *
     * @param from its beginning in milliseconds
     * @param to its end
     * @param marked the time for which an axis of the whole width would have as many marks
     */
    public static NumberAxis times(String name, double from, double to, double marked, ChartStyle style) {
        TimeTicks ticks = TimeTicks.over(Math.max(1, (long) marked));
        NumberAxis axis = new NumberAxis(name + " (" + ticks.unit() + ")");
        axis.setRange(from, to);
        axis.setTickUnit(new NumberTickUnit(ticks.step(), new TimeFormat(ticks)));
        look(axis, style);
        return axis;
    }

    /** Faint lines across a plot at the marks of its axes. */
    public static void grid(XYPlot plot, ChartStyle style) {
        plot.setDomainGridlinePaint(Paints.color(style.grid()));
        plot.setRangeGridlinePaint(Paints.color(style.grid()));
        plot.setDomainGridlineStroke(HAIRLINE);
        plot.setRangeGridlineStroke(HAIRLINE);
    }

    /** Faint lines across a plot at the marks of its values. */
    public static void grid(CategoryPlot plot, ChartStyle style) {
        plot.setRangeGridlinePaint(Paints.color(style.grid()));
        plot.setRangeGridlineStroke(HAIRLINE);
    }

    /** Adds the legend of a plot below the titles. */
    public static void legend(JFreeChart chart, LegendItemSource plot, ChartStyle style) {
        LegendTitle legend = new LegendTitle(plot);
        legend.setItemFont(Paints.font(Font.PLAIN, style.labelSize()));
        legend.setItemPaint(Paints.color(style.ink()));
        atLeft(legend, style);
        chart.addSubtitle(legend);
    }
}
