package org.ipsisim.study.sweep;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipsisim.report.chart.Frame;
import org.ipsisim.report.chart.Paints;
import org.ipsisim.report.chart.Png;
import org.ipsisim.report.timeline.ChartStyle;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;

/** How much each key of a sweep matters as a PNG image: a bar for each objective, the key that matters most first. */
public final class SensitivityPng {
    private static final int FRAME_HEIGHT = 150;
    private static final int KEY_HEIGHT = 64;
    private static final int LEFT = 190;
    private static final Map<Objective, String> COLOURS = Map.of(
            Objective.CALLS, "#d55e00",
            Objective.FAILOVERS, "#cc79a7",
            Objective.SERVICE, "#0072b2");

    private final SweepAnswer answer;
    private final ChartStyle style = ChartStyle.standard();

    private SensitivityPng(SweepAnswer answer) {
        this.answer = answer;
    }

    /**
     * The image file. On one machine the bytes depend on the sweep alone; other fonts give other bytes.
     *
     * @throws IOException if this machine has no fonts to draw with
     */
    public static byte[] render(SweepAnswer answer) throws IOException {
        return Png.render("sensitivity.png", () -> new SensitivityPng(answer).draw());
    }

    private BufferedImage draw() {
        int height = FRAME_HEIGHT + answer.sensitivities().size() * KEY_HEIGHT;
        return Png.draw(create(), style.width(), height, new ChartRenderingInfo());
    }

    private JFreeChart create() {
        List<Axis> axes = answer.sweep().plan().choices().axes();
        DefaultCategoryDataset shares = new DefaultCategoryDataset();
        for (Sensitivity sensitivity : answer.sensitivities()) {
            for (Objective objective : Objective.values()) {
                shares.addValue(
                        sensitivity.shares().get(objective) * 100,
                        objective.measure().words(),
                        SweepWords.letter(sensitivity.axis()) + "  "
                                + axes.get(sensitivity.axis()).name());
            }
        }
        CategoryPlot plot = new CategoryPlot(shares, keys(), percents(), renderer());
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        Frame.grid(plot, style);
        JFreeChart chart = Frame.chart(
                "What matters",
                "The spread of the means over a key's values, as a share of the range of all settings.",
                plot,
                style);
        Frame.legend(chart, plot, style);
        return chart;
    }

    private CategoryAxis keys() {
        CategoryAxis axis = new CategoryAxis();
        Frame.look(axis, style);
        axis.setMaximumCategoryLabelLines(2);
        axis.setMaximumCategoryLabelWidthRatio(0.9f);
        axis.setFixedDimension(LEFT);
        return axis;
    }

    private NumberAxis percents() {
        NumberAxis axis = new NumberAxis("share of the range (%)");
        axis.setRange(0, 100);
        axis.setTickUnit(new NumberTickUnit(20));
        axis.setNumberFormatOverride(NumberFormat.getIntegerInstance(Locale.ROOT));
        Frame.look(axis, style);
        return axis;
    }

    private static BarRenderer renderer() {
        BarRenderer renderer = new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setItemMargin(0.08);
        renderer.setMaximumBarWidth(0.2);
        for (Objective objective : Objective.values()) {
            renderer.setSeriesPaint(objective.ordinal(), Paints.color(COLOURS.get(objective)));
        }
        return renderer;
    }
}
