package org.ipsisim.report.page;

import java.io.IOException;
import org.ipsisim.document.Document;
import org.ipsisim.report.chart.TimelinePng;
import org.ipsisim.report.timeline.Timeline;

/** A timeline with its title as an image; a page has one of them. */
public record TimelineImage(Timeline timeline) implements Document.Image {
    @Override
    public byte[] png() throws IOException {
        return TimelinePng.render("the timeline", timeline);
    }

    @Override
    public String svg() {
        return SvgTimeline.standalone(timeline);
    }
}
