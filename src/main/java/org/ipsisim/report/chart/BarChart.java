package org.ipsisim.report.chart;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.ipsisim.document.Document;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.TextWidth;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainCategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.LayeredBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Horizontal bars as an image: a row for each name, panels side by side, the value written after each bar. Where there
 * is a second value, its narrow bar lies upon the wide one of the first.
 */
public final class BarChart {
    private static final int FRAME_HEIGHT = 150;
    private static final int ROW_HEIGHT = 26;
    private static final String WIDE = "#9ecae1";
    private static final String NARROW = "#d55e00";
    private static final String LABELS = "labels";
    private static final int GAP = 16;
    /** For the number after a bar of 100 %. */
    private static final int ROOM_FOR_PERCENT = 15;

    /**
     * What one row of a panel shows.
     *
     * @param second what lies upon the first; empty for one bar
     */
    public record Bar(long first, OptionalLong second) {
        /** One bar alone. */
        public static Bar of(long value) {
            return new Bar(value, OptionalLong.empty());
        }

        private long most() {
            return Math.max(first, second.orElse(first));
        }
    }

    /**
     * The bars over one axis.
     *
     * @param axis what they measure
     * @param isTime whether they are times in milliseconds, rather than counts
     * @param upTo what the axis reaches at least
     * @param bars one for each name
     */
    public record Panel(String axis, boolean isTime, long upTo, List<Bar> bars) {
        /** Shares from 0 to 1 as percentages. */
        public static Panel ofShares(String axis, List<Double> shares) {
            return new Panel(
                    axis + " (%)",
                    false,
                    100 + ROOM_FOR_PERCENT,
                    shares.stream()
                            .map(share -> Bar.of(Math.round(share * 100)))
                            .toList());
        }

        /** Counts, or times in milliseconds, over an axis for them. */
        public static Panel of(String axis, boolean isTime, List<Bar> bars) {
            return new Panel(axis, isTime, 0, bars);
        }

        private String label(int row) {
            Bar bar = bars.get(row);
            boolean differs = bar.second.isPresent() && bar.second.getAsLong() != bar.first;
            return shown(bar.first) + (differs ? " → " + shown(bar.second.getAsLong()) : "");
        }

        private String shown(long value) {
            return isTime ? RoundedNumbers.time(value) : String.valueOf(value);
        }
    }

    private final List<String> names;
    private final List<String> settings;

    private BarChart(List<String> names, List<String> settings) {
        this.names = names;
        this.settings = settings;
    }

    /**
     * The chart; {@code file} is the name of its files without the extension.
     *
     * @param names of the rows, from the top, at least one
     * @param settings what the first and the second values belong to, for a legend; empty for one bar a row
     */
    public static Document.Image of(
            String file, String title, String subtitle, List<String> names, List<Panel> panels, List<String> settings) {
        BarChart chart = new BarChart(names, settings);
        int height = FRAME_HEIGHT + names.size() * ROW_HEIGHT;
        return Frame.image(file, height, () -> chart.create(title, subtitle, panels));
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

    private JFreeChart create(String title, String subtitle, List<Panel> panels) {
        CombinedDomainCategoryPlot all = new CombinedDomainCategoryPlot(names());
        all.setGap(GAP);
        panels.forEach(panel -> all.add(plot(panel, panels.size())));
        all.setOrientation(PlotOrientation.HORIZONTAL);
        JFreeChart chart = Frame.chart(title, subtitle, all);
        all.setInsets(new RectangleInsets(6, ChartStyle.MARGIN / 2.0, 0, ChartStyle.RIGHT));
        if (!settings.isEmpty()) {
            LegendItemCollection items = new LegendItemCollection();
            items.add(new LegendItem(settings.get(0), wide()));
            items.add(new LegendItem(settings.get(1), Paints.color(NARROW)));
            all.setFixedLegendItems(items);
            Frame.legend(chart, all);
        }
        return chart;
    }

    /** What another bar may lie upon is pale. */
    private Color wide() {
        return Paints.color(settings.isEmpty() ? ChartStyle.ACCENT : WIDE);
    }

    private CategoryPlot plot(Panel panel, int panels) {
        DefaultCategoryDataset values = new DefaultCategoryDataset();
        for (int row = 0; row < names.size(); row++) {
            Row name = new Row(row, names.get(row));
            Bar bar = panel.bars.get(row);
            values.addValue(bar.first, "a", name);
            bar.second.ifPresent(second -> values.addValue(second, "b", name));
            values.addValue(bar.most(), LABELS, name);
        }
        CategoryPlot plot = new CategoryPlot(values, null, axis(panel, panels), renderer(panel, values));
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        Frame.grid(plot);
        plot.setOutlineVisible(false);
        return plot;
    }

    /** The last series is not seen: it carries the numbers, after the longer bar. */
    private LayeredBarRenderer renderer(Panel panel, DefaultCategoryDataset values) {
        LayeredBarRenderer renderer = new LayeredBarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        int last = values.getRowIndex(LABELS);
        renderer.setSeriesPaint(0, wide());
        renderer.setSeriesBarWidth(0, 0.9);
        renderer.setSeriesPaint(1, Paints.color(NARROW));
        renderer.setSeriesBarWidth(1, 0.4);
        renderer.setSeriesPaint(last, new Color(0, 0, 0, 0));
        renderer.setSeriesBarWidth(last, 0.9);
        renderer.setSeriesItemLabelsVisible(last, true);
        renderer.setSeriesItemLabelFont(last, Paints.label());
        renderer.setSeriesItemLabelPaint(last, Paints.color(ChartStyle.INK));
        renderer.setSeriesPositiveItemLabelPosition(
                last, new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        renderer.setSeriesItemLabelGenerator(last, new StandardCategoryItemLabelGenerator() {
            @Override
            public String generateLabel(CategoryDataset dataset, int row, int column) {
                return panel.label(column);
            }
        });
        return renderer;
    }

    private NumberAxis axis(Panel panel, int panels) {
        double end = end(panel, panels);
        if (panel.isTime) {
            // fewer marks than on an axis of the whole width
            return Frame.times(panel.axis, 0, Math.max(end, 1000), panels * Math.max(end, 1000));
        }
        NumberAxis axis = new NumberAxis(panel.axis);
        axis.setRange(0, Math.max(end, 1));
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        Frame.look(axis);
        return axis;
    }

    /** The end of an axis that leaves room for the text after each bar. */
    private double end(Panel panel, int panels) {
        double room = (ChartStyle.WIDTH - left() - ChartStyle.RIGHT - GAP) / panels;
        double end = panel.upTo;
        for (int row = 0; row < names.size(); row++) {
            double text = TextWidth.of(panel.label(row), ChartStyle.LABEL_SIZE) + ChartStyle.LABEL_INSET;
            end = Math.max(end, panel.bars.get(row).most() / Math.max(0.2, 1 - text / room));
        }
        return end;
    }

    /** How much the longest name takes. */
    private double left() {
        return names.stream()
                        .mapToDouble(name -> TextWidth.of(name, ChartStyle.LABEL_SIZE))
                        .max()
                        .orElse(0)
                + 2 * ChartStyle.MARGIN;
    }

    private CategoryAxis names() {
        CategoryAxis axis = new CategoryAxis();
        Frame.look(axis);
        axis.setMaximumCategoryLabelWidthRatio(2f);
        axis.setLowerMargin(0.01);
        axis.setUpperMargin(0.01);
        return axis;
    }
}
