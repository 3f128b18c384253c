package org.ipsisim.report.chart;

import java.awt.Font;
import java.util.List;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.PnSpan;
import org.ipsisim.report.timeline.BandRow;
import org.ipsisim.report.timeline.BandStyle;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.Hatch;
import org.ipsisim.report.timeline.Timeline;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** The bands of the port networks, the first at the top. */
final class BandPlot {
    private final Timeline timeline;
    private final ChartStyle style;

    BandPlot(Timeline timeline, ChartStyle style) {
        this.timeline = timeline;
        this.style = style;
    }

    XYPlot create() {
        XYPlot plot = new XYPlot(bands(), null, portNetworks(), renderer());
        for (Timeline.BandLabel label : timeline.labels(style)) {
            plot.addAnnotation(text(label));
        }
        return plot;
    }

    private XYIntervalSeriesCollection bands() {
        XYIntervalSeriesCollection series = new XYIntervalSeriesCollection();
        double half = ChartStyle.BAND_SHARE / 2;
        for (PnState state : PnState.values()) {
            XYIntervalSeries bands = new XYIntervalSeries(state.key());
            for (int row = 0; row < timeline.rows().size(); row++) {
                for (PnSpan band : timeline.rows().get(row).bands()) {
                    if (band.state() == state) {
                        bands.add(band.from(), band.from(), band.to(), row, row - half, row + half);
                    }
                }
            }
            series.addSeries(bands);
        }
        return series;
    }

    private SymbolAxis portNetworks() {
        List<String> names = timeline.rows().stream().map(BandRow::name).toList();
        SymbolAxis axis = new SymbolAxis(null, names.toArray(String[]::new));
        axis.setInverted(true);
        axis.setFixedDimension(style.left());
        axis.setGridBandsVisible(false);
        axis.setRange(-0.5, names.size() - 0.5);
        axis.setTickLabelFont(Paints.font(Font.PLAIN, style.labelSize()));
        axis.setTickLabelPaint(Paints.color(style.ink()));
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        return axis;
    }

    private XYBarRenderer renderer() {
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setUseYInterval(true);
        renderer.setShadowVisible(false);
        renderer.setBarPainter(new HatchedBarPainter(style));
        return renderer;
    }

    private XYTextAnnotation text(Timeline.BandLabel label) {
        BandStyle look = style.band(label.band().state());
        XYTextAnnotation text = new XYTextAnnotation(label.text(), label.at(), label.row());
        text.setFont(Paints.font(Font.PLAIN, style.bandLabelSize(timeline.rows().size())));
        text.setPaint(Paints.color(look.ink()));
        if (look.hatch() != Hatch.NONE) {
            text.setBackgroundPaint(Paints.color(look.fill()));
        }
        text.setTextAnchor(TextAnchor.CENTER_LEFT);
        return text;
    }
}
