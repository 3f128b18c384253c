package org.ipsisim.study.montecarlo;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import org.ipsisim.report.chart.Frame;
import org.ipsisim.report.chart.Paints;
import org.ipsisim.report.chart.Png;
import org.ipsisim.report.chart.TimeFormat;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.TimeTicks;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** How many runs have more than how much outage, as a PNG image: a falling line, and one more for what is compared. */
public final class MonteCarloPng {
    private static final int HEIGHT = 420;
    private static final int MOST_STEPS = 500;
    private static final double SHOWN = 0.999;

    private final MonteCarlo study;
    private final ChartStyle style = ChartStyle.standard();

    private MonteCarloPng(MonteCarlo study) {
        this.study = study;
    }

    /**
     * The image file. On one machine the bytes depend on the study alone; other fonts give other bytes.
     *
     * @param study with at least one run
     * @throws IOException if this machine has no fonts to draw with
     */
    public static byte[] render(MonteCarlo study) throws IOException {
        return Png.render("outage.png", () -> new MonteCarloPng(study).draw());
    }

    private BufferedImage draw() {
        return Png.draw(create(), style.width(), HEIGHT, new ChartRenderingInfo());
    }

    private JFreeChart create() {
        Sample a = study.all().outage();
        Optional<Sample> b = study.otherAll().map(Forecast::outage);
        double longest = Math.max(longest(a), b.map(MonteCarloPng::longest).orElse(0.0));
        XYSeriesCollection lines = new XYSeriesCollection();
        lines.addSeries(line(b.isEmpty() ? "as it stands" : "a: as it stands", a));
        b.ifPresent(sample -> lines.addSeries(line("b: against", sample)));
        XYStepRenderer renderer = new XYStepRenderer();
        look(renderer, 0, style.accent());
        look(renderer, 1, "#d55e00");
        XYPlot plot = new XYPlot(lines, times(longest), shares(), renderer);
        plot.setDomainGridlinePaint(Paints.color(style.grid()));
        plot.setRangeGridlinePaint(Paints.color(style.grid()));
        JFreeChart chart = Frame.chart(
                "How many runs have more outage than that",
                "The outage of a run, summed over the port networks; further left is better.",
                plot,
                style);
        LegendTitle legend = new LegendTitle(plot);
        legend.setItemFont(Paints.font(Font.PLAIN, style.labelSize()));
        legend.setItemPaint(Paints.color(style.ink()));
        Frame.atLeft(legend, style);
        chart.addSubtitle(legend);
        return chart;
    }

    /** The few longest runs would leave no room for the others. */
    private static double longest(Sample sample) {
        return sample.quantile(SHOWN).estimate();
    }

    private static void look(XYStepRenderer renderer, int series, String colour) {
        renderer.setSeriesPaint(series, Paints.color(colour));
        renderer.setSeriesStroke(series, new BasicStroke(2f));
    }

    private static XYSeries line(String name, Sample sample) {
        XYSeries line = new XYSeries(name, false);
        int size = sample.size();
        int step = Math.max(1, size / MOST_STEPS);
        line.add(0, sample.shareAboveZero().estimate());
        for (int rank = 0; rank < size; rank += step) {
            long value = sample.value(rank);
            if (value > 0) {
                line.add(value, (double) (size - rank - 1) / size);
            }
        }
        return line;
    }

    private NumberAxis times(double longest) {
        double range = Math.max(longest * 1.02, 1000);
        TimeTicks ticks = TimeTicks.over((long) range);
        NumberAxis axis = new NumberAxis("outage of a run (" + ticks.unit() + ")");
        axis.setRange(0, range);
        axis.setTickUnit(new NumberTickUnit(ticks.step(), new TimeFormat(ticks)));
        Frame.look(axis, style);
        return axis;
    }

    private NumberAxis shares() {
        NumberAxis axis = new NumberAxis("runs with more");
        axis.setRange(0, 1);
        axis.setTickUnit(
                new NumberTickUnit(0.2, new DecimalFormat("0%", DecimalFormatSymbols.getInstance(Locale.ROOT))));
        axis.setFixedDimension(style.left());
        Frame.look(axis, style);
        return axis;
    }
}
