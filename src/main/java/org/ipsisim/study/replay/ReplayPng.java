package org.ipsisim.study.replay;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.ipsisim.history.PnTotals;
import org.ipsisim.history.Words;
import org.ipsisim.report.chart.Frame;
import org.ipsisim.report.chart.Paints;
import org.ipsisim.report.chart.Png;
import org.ipsisim.report.chart.TimeFormat;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.TextWidth;
import org.ipsisim.report.timeline.TimeTicks;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainCategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.LayeredBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * The costliest of replayed outages as a PNG image: a wide bar for what each cost, a narrow one upon it for what it would
 * have cost with the other setting.
 */
public final class ReplayPng {
    /** Most outages that are shown. */
    public static final int MOST_ROWS = 20;

    private static final int FRAME_HEIGHT = 150;
    private static final int ROW_HEIGHT = 26;
    private static final String WIDE = "#9ecae1";
    private static final String NARROW = "#d55e00";
    private static final String LABELS = "labels";

    private static final int GAP = 16;

    private final Replay replay;
    private final ReplayWords words;
    private final ReplayRanking ranking;
    private final List<Replay.Outage> shown;
    private final ChartStyle style = ChartStyle.standard();

    private ReplayPng(Replay replay) {
        this.replay = replay;
        this.words = new ReplayWords(replay);
        this.ranking = new ReplayRanking(replay);
        this.shown = ranking.first(MOST_ROWS);
    }

    /**
     * The image file. On one machine the bytes depend on the results alone; other fonts give other bytes.
     *
     * @param replay in which some outage costs something
     * @throws IOException if this machine has no fonts to draw with
     */
    public static byte[] render(Replay replay) throws IOException {
        return Png.render("outages.png", () -> new ReplayPng(replay).draw());
    }

    private BufferedImage draw() {
        return Png.draw(create(), style.width(), FRAME_HEIGHT + shown.size() * ROW_HEIGHT, new ChartRenderingInfo());
    }

    /** The name of a row: rows of the same name stay apart by their rank. */
    private record Row(int rank, String name) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            return Integer.compare(rank, other.rank);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private JFreeChart create() {
        CombinedDomainCategoryPlot both = new CombinedDomainCategoryPlot(names());
        both.setGap(GAP);
        both.setOrientation(PlotOrientation.HORIZONTAL);
        Bars outage = bars(PnTotals::outage, Words::duration);
        Bars calls = bars(PnTotals::callsDropped, String::valueOf);
        both.add(plot(times(outage), outage));
        both.add(plot(numbers(calls), calls));
        both.setOrientation(PlotOrientation.HORIZONTAL);
        both.setFixedLegendItems(legend());
        JFreeChart chart = Frame.chart("What each outage cost", subtitle(), both, style);
        both.setInsets(new RectangleInsets(6, ChartStyle.MARGIN / 2.0, 0, style.right()));
        if (replay.b().isPresent()) {
            LegendTitle legend = new LegendTitle(both);
            legend.setItemFont(Paints.font(Font.PLAIN, style.labelSize()));
            legend.setItemPaint(Paints.color(style.ink()));
            Frame.atLeft(legend, style);
            chart.addSubtitle(legend);
        }
        return chart;
    }

    private String subtitle() {
        int all = replay.outages().size();
        String which = ranking.size() > shown.size()
                ? "The " + shown.size() + " costliest of " + all + " outages"
                : ranking.size() == all
                        ? "All outages"
                        : "The " + ranking.size() + " of " + all + " that cost something";
        return which + ", the costliest first; all port networks added up.";
    }

    private LegendItemCollection legend() {
        LegendItemCollection items = new LegendItemCollection();
        items.add(new LegendItem("as it stands", present()));
        replay.b()
                .ifPresent(b -> items.add(
                        new LegendItem("with " + String.join(", ", words.againstSettings()), Paints.color(NARROW))));
        return items;
    }

    /** What another bar may lie upon is pale. */
    private Color present() {
        return Paints.color(replay.b().isPresent() ? WIDE : style.accent());
    }

    private interface Label {
        String of(long value);
    }

    /** What one plot shows: the values of both settings, and the text after each pair of bars. */
    private record Bars(DefaultCategoryDataset values, List<String> labels) {
        double most(int row) {
            return values.getValue(LABELS, values.getColumnKey(row)).doubleValue();
        }
    }

    private Bars bars(ToLongFunction<PnTotals> measure, Label label) {
        DefaultCategoryDataset values = new DefaultCategoryDataset();
        List<String> labels = new ArrayList<>();
        for (Replay.Outage outage : shown) {
            Row row = new Row(labels.size(), name(outage));
            long a = measure.applyAsLong(Replay.sum(outage.a()).totals());
            Optional<Long> b = outage.b()
                    .map(other -> measure.applyAsLong(Replay.sum(other).totals()));
            values.addValue(a, "a", row);
            b.ifPresent(other -> values.addValue(other, "b", row));
            values.addValue(Math.max(a, b.orElse(a)), LABELS, row);
            labels.add(label.of(a)
                    + b.filter(other -> other != a)
                            .map(other -> " \u2192 " + label.of(other))
                            .orElse(""));
        }
        return new Bars(values, labels);
    }

    private CategoryPlot plot(NumberAxis axis, Bars bars) {
        CategoryPlot plot = new CategoryPlot(bars.values, null, axis, renderer(bars));
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setRangeGridlinePaint(Paints.color(style.grid()));
        plot.setRangeGridlineStroke(new BasicStroke(1f));
        plot.setOutlineVisible(false);
        return plot;
    }

    private String name(Replay.Outage outage) {
        return words.time(outage.incident().start()) + "  "
                + outage.incident().target().name() + ", " + words.length(outage);
    }

    /** The last series is not seen: it carries the numbers, after the longer bar. */
    private LayeredBarRenderer renderer(Bars bars) {
        LayeredBarRenderer renderer = new LayeredBarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        int last = bars.values.getRowIndex(LABELS);
        renderer.setSeriesPaint(0, present());
        renderer.setSeriesBarWidth(0, 0.9);
        renderer.setSeriesPaint(1, Paints.color(NARROW));
        renderer.setSeriesBarWidth(1, 0.4);
        renderer.setSeriesPaint(last, new Color(0, 0, 0, 0));
        renderer.setSeriesBarWidth(last, 0.9);
        renderer.setSeriesItemLabelsVisible(last, true);
        renderer.setSeriesItemLabelFont(last, Paints.font(Font.PLAIN, style.labelSize()));
        renderer.setSeriesItemLabelPaint(last, Paints.color(style.ink()));
        renderer.setSeriesPositiveItemLabelPosition(
                last, new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        renderer.setSeriesItemLabelGenerator(last, new StandardCategoryItemLabelGenerator() {
            @Override
            public String generateLabel(CategoryDataset dataset, int row, int column) {
                return bars.labels.get(column);
            }
        });
        return renderer;
    }

    /** How much the longest name takes. */
    private double left() {
        double longest = shown.stream()
                .mapToDouble(outage -> TextWidth.of(name(outage), style.labelSize()))
                .max()
                .orElse(0);
        return longest + 2 * ChartStyle.MARGIN;
    }

    /** The end of an axis that leaves room for the text after each bar. */
    private double end(Bars bars) {
        double room = (style.width() - left() - style.right() - GAP) / 2;
        double end = 0;
        for (int row = 0; row < bars.labels.size(); row++) {
            double text = TextWidth.of(bars.labels.get(row), style.labelSize()) + ChartStyle.LABEL_INSET;
            end = Math.max(end, bars.most(row) / Math.max(0.2, 1 - text / room));
        }
        return end;
    }

    private NumberAxis times(Bars bars) {
        double end = Math.max(end(bars), 1000);
        // half as many marks as on an axis of the whole width
        TimeTicks ticks = TimeTicks.over((long) (2 * end));
        NumberAxis axis = new NumberAxis("time without service (" + ticks.unit() + ")");
        axis.setRange(0, end);
        axis.setTickUnit(new NumberTickUnit(ticks.step(), new TimeFormat(ticks)));
        Frame.look(axis, style);
        return axis;
    }

    private NumberAxis numbers(Bars bars) {
        NumberAxis axis = new NumberAxis("calls dropped");
        axis.setRange(0, Math.max(end(bars), 1));
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        Frame.look(axis, style);
        return axis;
    }

    private CategoryAxis names() {
        CategoryAxis axis = new CategoryAxis();
        axis.setTickLabelFont(Paints.font(Font.PLAIN, style.labelSize()));
        axis.setTickLabelPaint(Paints.color(style.ink()));
        axis.setMaximumCategoryLabelWidthRatio(2f);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setLowerMargin(0.01);
        axis.setUpperMargin(0.01);
        return axis;
    }
}
