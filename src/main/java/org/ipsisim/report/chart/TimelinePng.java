package org.ipsisim.report.chart;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.Timeline;
import org.jfree.chart.ChartRenderingInfo;

/** The outage timeline as a PNG image. */
public final class TimelinePng {
    /** Image pixels to a CSS pixel. */
    static final int SCALE = Png.SCALE;

    private TimelinePng() {}

    /**
     * The image file. On one machine the bytes depend on the timeline alone; other fonts give other bytes. No screen
     * is needed: unless the program has decided otherwise, AWT is told to do without one.
     *
     * @throws IOException if this machine has no fonts to draw with; the message says what to install
     */
    public static byte[] render(Timeline timeline) throws IOException {
        return Png.render("timeline.png", () -> draw(timeline, new ChartRenderingInfo()));
    }

    static BufferedImage draw(Timeline timeline, ChartRenderingInfo info) {
        ChartStyle style = ChartStyle.standard();
        TimelineChart chart = new TimelineChart(timeline, style);
        return Png.draw(chart.create(), style.width(), chart.height(), info);
    }
}
