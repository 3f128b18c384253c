package org.ipsisim.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ipsisim.document.Document;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.TextWidth;
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
final class Frame {
    private static final BasicStroke HAIRLINE = new BasicStroke(1f);
    private static final int SUBTITLE_LINE = 17;

    private Frame() {}

    /**
     * A chart as an image. On one machine its bytes depend on the chart alone; other fonts give other bytes.
     *
     * @param name of the files, without their extension
     */
    static Document.Image image(String name, int height, Supplier<JFreeChart> chart) {
        Consumer<Graphics2D> drawing =
                g2 -> chart.get().draw(g2, new Rectangle2D.Double(0, 0, ChartStyle.WIDTH, height));
        return new Document.Image() {
            @Override
            public byte[] png() throws IOException {
                return Png.render(name + ".png", () -> Png.draw(ChartStyle.WIDTH, height, drawing));
            }

            @Override
            public String svg() throws IOException {
                return Png.withFonts(name + ".svg", () -> SvgGraphics.draw(name, ChartStyle.WIDTH, height, drawing));
            }
        };
    }

    /** The height of the lines of a subtitle. */
    static int height(String subtitle) {
        return SUBTITLE_LINE
                * TextWidth.wrap(subtitle, ChartStyle.SUBTITLE_SIZE, ChartStyle.TEXT_WIDTH)
                        .size();
    }

    /** A chart of a plot with a title and a sentence below it. */
    static JFreeChart chart(String title, String subtitle, Plot plot) {
        plot.setInsets(new RectangleInsets(6, 0, 0, ChartStyle.RIGHT));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(14, 0, 12, 0));
        chart.addSubtitle(text(title, Font.BOLD, ChartStyle.TITLE_SIZE, ChartStyle.INK));
        chart.addSubtitle(text(subtitle, Font.PLAIN, ChartStyle.SUBTITLE_SIZE, ChartStyle.MUTED));
        return chart;
    }

    private static TextTitle text(String words, int fontStyle, int size, String colour) {
        TextTitle title = new TextTitle(words, Paints.font(fontStyle, size));
        title.setPaint(Paints.color(colour));
        title.setTextAlignment(HorizontalAlignment.LEFT);
        atLeft(title);
        return title;
    }

    private static void atLeft(Title title) {
        title.setPosition(RectangleEdge.TOP);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPadding(new RectangleInsets(2, ChartStyle.MARGIN, 2, ChartStyle.RIGHT));
    }

    /** The look of an axis; its range and ticks are the caller's. */
    static void look(ValueAxis axis) {
        axis.setTickLabelFont(Paints.label());
        axis.setTickLabelPaint(Paints.color(ChartStyle.INK));
        axis.setLabelFont(Paints.label());
        axis.setLabelPaint(Paints.color(ChartStyle.MUTED));
        axis.setAxisLinePaint(Paints.color(ChartStyle.MUTED));
        axis.setTickMarkPaint(Paints.color(ChartStyle.MUTED));
    }

    /** The look of an axis of names. */
    static void look(CategoryAxis axis) {
        axis.setTickLabelFont(Paints.label());
        axis.setTickLabelPaint(Paints.color(ChartStyle.INK));
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
    static NumberAxis times(String name, double from, double to, double marked) {
        TimeTicks ticks = TimeTicks.over(Math.max(1, (long) marked));
        NumberAxis axis = new NumberAxis(name + " (" + ticks.unit() + ")");
        axis.setRange(from, to);
        axis.setTickUnit(new NumberTickUnit(ticks.step(), new TimeFormat(ticks)));
        look(axis);
        return axis;
    }

    /** Writes the milliseconds of a time axis. */
    private static final class TimeFormat extends NumberFormat {
        private final transient TimeTicks ticks;

        TimeFormat(TimeTicks ticks) {
            this.ticks = ticks;
        }

        @Override
        public StringBuffer format(double millis, StringBuffer to, FieldPosition position) {
            return format(Math.round(millis), to, position);
        }

        @Override
        public StringBuffer format(long millis, StringBuffer to, FieldPosition position) {
            return to.append(ticks.label(millis));
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            throw new UnsupportedOperationException("a time axis only writes");
        }
    }

    /** Faint lines across a plot at the marks of its axes. */
    static void grid(XYPlot plot) {
        plot.setDomainGridlinePaint(Paints.color(ChartStyle.GRID));
        plot.setRangeGridlinePaint(Paints.color(ChartStyle.GRID));
        plot.setDomainGridlineStroke(HAIRLINE);
        plot.setRangeGridlineStroke(HAIRLINE);
    }

    /** Faint lines across a plot at the marks of its values. */
    static void grid(CategoryPlot plot) {
        plot.setRangeGridlinePaint(Paints.color(ChartStyle.GRID));
        plot.setRangeGridlineStroke(HAIRLINE);
    }

    /** Adds the legend of a plot below the titles. */
    static void legend(JFreeChart chart, LegendItemSource plot) {
        LegendTitle legend = new LegendTitle(plot);
        legend.setItemFont(Paints.label());
        legend.setItemPaint(Paints.color(ChartStyle.INK));
        atLeft(legend);
        chart.addSubtitle(legend);
    }
}
