package org.ipsisim.study.audit;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.ipsisim.history.Words;
import org.ipsisim.report.chart.Frame;
import org.ipsisim.report.chart.Paints;
import org.ipsisim.report.chart.Png;
import org.ipsisim.report.timeline.ChartStyle;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainCategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;

/** The worst faults of an audit as a PNG image: two bars for each, calls dropped and minutes without service. */
public final class WorstFaultsPng {
    private static final int FRAME_HEIGHT = 130;
    private static final int ROW_HEIGHT = 26;
    private static final int LEFT = 230;
    private static final double MILLIS_PER_MINUTE = 60_000;

    private final List<FaultResult> worst;
    private final ChartStyle style = ChartStyle.standard();

    private WorstFaultsPng(List<FaultResult> worst) {
        this.worst = worst;
    }

    /**
     * The image file. On one machine the bytes depend on the results alone; other fonts give other bytes.
     *
     * @param worst the worst first, at least one
     * @throws IOException if this machine has no fonts to draw with
     */
    public static byte[] render(List<FaultResult> worst) throws IOException {
        return Png.render("worst.png", () -> new WorstFaultsPng(worst).draw());
    }

    private BufferedImage draw() {
        return Png.draw(create(), style.width(), FRAME_HEIGHT + worst.size() * ROW_HEIGHT, new ChartRenderingInfo());
    }

    private JFreeChart create() {
        CombinedDomainCategoryPlot both = new CombinedDomainCategoryPlot(names());
        both.setGap(16);
        both.add(plot("calls dropped", "#d55e00", result -> result.worst().callsDropped()));
        both.add(plot(
                "minutes without service", "#0072b2", result -> result.worst().outage() / MILLIS_PER_MINUTE));
        both.setOrientation(PlotOrientation.HORIZONTAL);
        return Frame.chart(
                "The worst faults", "Each for its costliest length; all port networks added up.", both, style);
    }

    private interface Value {
        double of(FaultResult result);
    }

    private CategoryPlot plot(String axisName, String colour, Value value) {
        DefaultCategoryDataset values = new DefaultCategoryDataset();
        for (FaultResult result : worst) {
            values.addValue(
                    value.of(result),
                    axisName,
                    result.set().name() + ", " + Words.duration(result.worst().length()));
        }
        NumberAxis axis = new NumberAxis(axisName);
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(java.util.Locale.ROOT));
        axis.setRangeType(org.jfree.data.RangeType.POSITIVE);
        Frame.look(axis, style);
        BarRenderer renderer = new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setSeriesPaint(0, Paints.color(colour));
        CategoryPlot plot = new CategoryPlot(values, null, axis, renderer);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setRangeGridlinePaint(Paints.color(style.grid()));
        plot.setRangeGridlineStroke(new BasicStroke(1f));
        plot.setOutlineVisible(false);
        return plot;
    }

    private CategoryAxis names() {
        CategoryAxis axis = new CategoryAxis();
        axis.setTickLabelFont(Paints.font(Font.PLAIN, style.labelSize()));
        axis.setTickLabelPaint(Paints.color(style.ink()));
        axis.setMaximumCategoryLabelWidthRatio(2f);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setFixedDimension(LEFT);
        return axis;
    }
}
