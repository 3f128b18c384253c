package org.ipsisim.study.thresholds;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.ipsisim.report.chart.Frame;
import org.ipsisim.report.chart.Paints;
import org.ipsisim.report.chart.Png;
import org.ipsisim.report.chart.TimeFormat;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.PnNames;
import org.ipsisim.report.timeline.TextWidth;
import org.ipsisim.report.timeline.TimeTicks;
import org.ipsisim.study.Share;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** How likely cuts cost something, by their length, as a PNG image: curves within their confidence intervals. */
public final class CutChancesPng {
    private static final int FRAME_HEIGHT = 130;
    private static final int ROW = 150;
    private static final int MOST_ROWS = 8;

    /** Colours and dashes: what costs something, a call, a failover. */
    private static final String[] COLOURS = {"#e69f00", "#d55e00", "#0072b2"};

    private static final float[][] DASHES = {{1f, 0f}, {7f, 3f}, {2f, 3f}};

    private final CutChances chances;
    private final List<CutRow<PnChances>> rows;
    private final String subtitle;
    private final ChartStyle style = ChartStyle.standard();

    private CutChancesPng(CutChances chances) {
        this.chances = chances;
        List<CutRow<PnChances>> all = CutRow.of(chances.faults());
        this.rows = all.subList(0, Math.min(all.size(), MOST_ROWS));
        this.subtitle = new CutChancesWords(chances).headline() + " The shades are 95 % confidence intervals.";
    }

    /**
     * The image file. On one machine the bytes depend on the chances alone; other fonts give other bytes.
     *
     * @throws IOException if this machine has no fonts to draw with
     */
    public static byte[] render(CutChances chances) throws IOException {
        return Png.render("chances.png", () -> new CutChancesPng(chances).draw());
    }

    private BufferedImage draw() {
        int lines = TextWidth.wrap(subtitle, style.subtitleSize(), style.textWidth())
                .size();
        int height = FRAME_HEIGHT + 17 * lines + Math.max(1, rows.size()) * ROW;
        return Png.draw(create(), style.width(), height, new ChartRenderingInfo());
    }

    private JFreeChart create() {
        CombinedDomainXYPlot all = new CombinedDomainXYPlot(lengths());
        all.setGap(14);
        List<XYPlot> plots = rows.stream().map(this::plot).toList();
        plots.forEach(all::add);
        if (plots.isEmpty()) {
            all.add(new XYPlot(null, null, shares("no cut costs anything"), null));
        }
        JFreeChart chart = Frame.chart(
                chances.plan().scenario().title() + ": how likely a cut costs something", subtitle, all, style);
        if (!plots.isEmpty()) {
            LegendTitle legend = new LegendTitle(plots.get(0));
            legend.setItemFont(Paints.font(Font.PLAIN, style.labelSize()));
            legend.setItemPaint(Paints.color(style.ink()));
            Frame.atLeft(legend, style);
            chart.addSubtitle(legend);
        }
        return chart;
    }

    private XYPlot plot(CutRow<PnChances> row) {
        YIntervalSeriesCollection curves = new YIntervalSeriesCollection();
        curves.addSeries(curve("costs something", row, CutChancePoint::costs));
        curves.addSeries(curve("a call", row, CutChancePoint::calls));
        curves.addSeries(curve("a failover", row, CutChancePoint::failovers));
        XYPlot plot = new XYPlot(curves, null, shares(row.fault() + ", " + PnNames.of(row.numbers())), renderer());
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(Paints.color(style.grid()));
        plot.setRangeGridlinePaint(Paints.color(style.grid()));
        plot.setRangeGridlineStroke(new BasicStroke(1f));
        plot.setDomainGridlineStroke(new BasicStroke(1f));
        return plot;
    }

    private static YIntervalSeries curve(String name, CutRow<PnChances> row, Function<CutChancePoint, Share> what) {
        YIntervalSeries curve = new YIntervalSeries(name);
        for (CutChancePoint point : row.first().points()) {
            Share share = what.apply(point);
            curve.add(point.length(), share.seen() * 100, share.low() * 100, share.high() * 100);
        }
        return curve;
    }

    private static DeviationRenderer renderer() {
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setAlpha(0.18f);
        for (int i = 0; i < COLOURS.length; i++) {
            renderer.setSeriesPaint(i, Paints.color(COLOURS[i]));
            renderer.setSeriesFillPaint(i, Paints.color(COLOURS[i]));
            renderer.setSeriesStroke(
                    i, new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, DASHES[i], 0f));
        }
        return renderer;
    }

    private NumberAxis lengths() {
        long upTo = chances.plan().upTo();
        TimeTicks ticks = TimeTicks.over(upTo);
        NumberAxis axis = new NumberAxis("length of the cut (" + ticks.unit() + ")");
        axis.setRange(0, upTo);
        axis.setTickUnit(new NumberTickUnit(ticks.step(), new TimeFormat(ticks)));
        Frame.look(axis, style);
        return axis;
    }

    private NumberAxis shares(String name) {
        NumberAxis axis = new NumberAxis(name + " (%)");
        axis.setRange(-2, 102);
        axis.setTickUnit(new NumberTickUnit(25));
        axis.setNumberFormatOverride(NumberFormat.getIntegerInstance(Locale.ROOT));
        axis.setFixedDimension(style.left());
        Frame.look(axis, style);
        return axis;
    }
}
