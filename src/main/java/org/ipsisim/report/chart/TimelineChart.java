package org.ipsisim.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.EventLabels;
import org.ipsisim.report.timeline.EventMark;
import org.ipsisim.report.timeline.TextWidth;
import org.ipsisim.report.timeline.TimeTicks;
import org.ipsisim.report.timeline.Timeline;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;

/** An outage timeline as a JFreeChart: event labels, bands and the number of port networks out, over one time axis. */
final class TimelineChart {
    private static final int FRAME_HEIGHT = 97;
    private static final int TITLE_LINE = 23;
    private static final int SUBTITLE_LINE = 17;

    private final Timeline timeline;
    private final ChartStyle style;
    private final List<EventLabels.Placed> labels;

    TimelineChart(Timeline timeline, ChartStyle style) {
        this.timeline = timeline;
        this.style = style;
        this.labels = EventLabels.place(
                timeline.marks(), at -> style.left() + (double) at / timeline.duration() * style.plotWidth(), style);
    }

    /** The height that gives every row its room, in CSS pixels. */
    int height() {
        int title = TextWidth.wrap(timeline.title(), style.titleSize(), style.textWidth())
                .size();
        int subtitle = TextWidth.wrap(timeline.subtitle(), style.subtitleSize(), style.textWidth())
                .size();
        return FRAME_HEIGHT
                + title * TITLE_LINE
                + subtitle * SUBTITLE_LINE
                + eventHeight()
                + bandHeight()
                + areaHeight();
    }

    JFreeChart create() {
        CombinedDomainXYPlot plot = new CombinedDomainXYPlot(timeAxis());
        plot.setGap(0);
        if (!labels.isEmpty()) {
            double millisPerPixel = (double) timeline.duration() / style.plotWidth();
            plot.add(bare(new EventPlot(labels, style, millisPerPixel).create()), eventHeight());
        }
        plot.add(marked(bare(new BandPlot(timeline, style).create())), bandHeight());
        if (!timeline.outOfService().isEmpty()) {
            XYPlot area = new OutOfServicePlot(timeline.outOfService(), timeline.peak(), style).create();
            plot.add(marked(ruled(bare(area))), areaHeight());
        }
        JFreeChart chart = Frame.chart(timeline.title(), timeline.subtitle(), plot, style);
        plot.setInsets(new RectangleInsets(0, 0, 0, style.right()));
        StateLegend legend = StateLegend.ofPhases(timeline.states(), style);
        Frame.atLeft(legend, style);
        chart.addSubtitle(legend);
        return chart;
    }

    private int eventHeight() {
        return EventLabels.lanes(labels) * ChartStyle.LANE_HEIGHT;
    }

    private int bandHeight() {
        return timeline.rows().size() * style.rowHeight(timeline.rows().size());
    }

    private int areaHeight() {
        return timeline.outOfService().isEmpty() ? 0 : ChartStyle.AREA_HEIGHT;
    }

    private NumberAxis timeAxis() {
        TimeTicks ticks = TimeTicks.over(timeline.duration());
        NumberAxis axis = new NumberAxis("time from the start (" + ticks.unit() + ")");
        axis.setRange(0, timeline.duration());
        axis.setTickUnit(new NumberTickUnit(ticks.step(), new TimeFormat(ticks)));
        Frame.look(axis, style);
        return axis;
    }

    private XYPlot bare(XYPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        return Frame.bare(plot);
    }

    private XYPlot ruled(XYPlot plot) {
        plot.setRangeGridlinesVisible(true);
        plot.setRangeGridlinePaint(Paints.color(style.grid()));
        plot.setRangeGridlineStroke(new BasicStroke(1f));
        return plot;
    }

    private XYPlot marked(XYPlot plot) {
        for (EventMark mark : timeline.marks()) {
            ValueMarker line = new ValueMarker(mark.at(), Paints.color(style.muted()), new BasicStroke(1f));
            line.setAlpha(1f);
            plot.addDomainMarker(line, Layer.FOREGROUND);
        }
        return plot;
    }
}
