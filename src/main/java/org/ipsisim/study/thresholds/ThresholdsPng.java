package org.ipsisim.study.thresholds;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.Lists;
import org.ipsisim.history.Words;
import org.ipsisim.report.chart.Frame;
import org.ipsisim.report.chart.HatchedBarPainter;
import org.ipsisim.report.chart.Paints;
import org.ipsisim.report.chart.Png;
import org.ipsisim.report.chart.StateLegend;
import org.ipsisim.report.timeline.BandStyle;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.Hatch;
import org.ipsisim.report.timeline.TextWidth;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** What cuts cost, by their length, as a PNG image: a band for each outcome, its edge written at its end. */
public final class ThresholdsPng {
    private static final int LEFT = 150;
    private static final int MOST_ROWS = 40;
    private static final int LONGEST_NAME = 24;
    private static final int FRAME_HEIGHT = 130;
    private static final int TITLE_LINE = 23;
    private static final int SUBTITLE_LINE = 17;

    private final Thresholds thresholds;
    private final List<CutRow<PnBands>> rows;
    private final String subtitle;
    private final ChartStyle style = ChartStyle.standard();

    private ThresholdsPng(Thresholds thresholds) {
        this.thresholds = thresholds;
        this.rows = Lists.first(CutRow.of(thresholds.faults()), MOST_ROWS);
        this.subtitle = new ThresholdsDocument(thresholds, "").headline();
    }

    /**
     * The image file. On one machine the bytes depend on the thresholds alone; other fonts give other bytes.
     *
     * @throws IOException if this machine has no fonts to draw with
     */
    public static byte[] render(Thresholds thresholds) throws IOException {
        return Png.render("thresholds.png", () -> new ThresholdsPng(thresholds).draw());
    }

    private BufferedImage draw() {
        int text =
                TITLE_LINE * lines(title(), style.titleSize()) + SUBTITLE_LINE * lines(subtitle, style.subtitleSize());
        int height = FRAME_HEIGHT + text + Math.max(rows.size(), 1) * style.rowHeight(rows.size());
        return Png.draw(create(), style.width(), height, new ChartRenderingInfo());
    }

    private String title() {
        return thresholds.plan().scenario().title() + ": what a cut costs, by its length";
    }

    private int lines(String text, int size) {
        return TextWidth.wrap(text, size, style.textWidth()).size();
    }

    private JFreeChart create() {
        XYPlot plot = Frame.bare(new XYPlot(bands(), lengths(), names(), renderer()));
        for (int row = 0; row < rows.size(); row++) {
            for (PnBands.Band band : rows.get(row).first().bands()) {
                label(plot, row, band);
            }
        }
        JFreeChart chart = Frame.chart(title(), subtitle, plot, style);
        StateLegend legend = new StateLegend(legend(), style);
        Frame.atLeft(legend, style);
        chart.addSubtitle(legend);
        return chart;
    }

    /** The words of the outcomes that occur, mildest first, by the state that they look like. */
    private Map<PnState, String> legend() {
        Map<PnState, String> legend = new LinkedHashMap<>();
        rows.stream()
                .flatMap(row -> row.first().bands().stream())
                .map(band -> band.outcome().fate())
                .sorted()
                .forEach(fate -> legend.put(fate.look(), fate.words()));
        return legend;
    }

    private XYIntervalSeriesCollection bands() {
        XYIntervalSeriesCollection series = new XYIntervalSeriesCollection();
        double half = ChartStyle.BAND_SHARE / 2;
        for (PnState look : PnState.values()) {
            XYIntervalSeries bands = new XYIntervalSeries(look.key());
            for (int row = 0; row < rows.size(); row++) {
                for (PnBands.Band band : rows.get(row).first().bands()) {
                    if (band.outcome().fate().look() == look) {
                        bands.add(band.from(), band.from(), band.to(), row, row - half, row + half);
                    }
                }
            }
            series.addSeries(bands);
        }
        return series;
    }

    private NumberAxis lengths() {
        long upTo = thresholds.plan().upTo();
        return Frame.times("length of the cut", 0, upTo, upTo, style);
    }

    private SymbolAxis names() {
        List<String> names = rows.stream().map(ThresholdsPng::name).toList();
        SymbolAxis axis = new SymbolAxis(null, names.toArray(String[]::new));
        axis.setInverted(true);
        axis.setFixedDimension(LEFT);
        axis.setGridBandsVisible(false);
        axis.setRange(-0.5, Math.max(names.size(), 1) - 0.5);
        Frame.look(axis, style);
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        return axis;
    }

    private static String name(CutRow<PnBands> row) {
        String name = row.fault() + ", PN " + row.pns();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    private XYBarRenderer renderer() {
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setUseYInterval(true);
        renderer.setShadowVisible(false);
        renderer.setBarPainter(new HatchedBarPainter(style));
        return renderer;
    }

    /** Writes the longest cut of a band at its end, where there is room for it. */
    private void label(XYPlot plot, int row, PnBands.Band band) {
        String words = Words.duration(band.to());
        double millisPerPixel = (double) thresholds.plan().upTo() / (style.width() - LEFT - style.right());
        double needed = (TextWidth.of(words, style.labelSize()) + 2 * ChartStyle.LABEL_INSET) * millisPerPixel;
        boolean edge = band.to() < thresholds.plan().upTo();
        if (!edge || band.to() - band.from() < needed) {
            return;
        }
        BandStyle look = style.band(band.outcome().fate().look());
        XYTextAnnotation text = new XYTextAnnotation(words, band.to() - ChartStyle.LABEL_INSET * millisPerPixel, row);
        text.setFont(Paints.font(Font.PLAIN, style.labelSize()));
        text.setPaint(Paints.color(look.ink()));
        if (look.hatch() != Hatch.NONE) {
            text.setBackgroundPaint(Paints.color(look.fill()));
        }
        text.setTextAnchor(TextAnchor.CENTER_RIGHT);
        plot.addAnnotation(text);
    }
}
