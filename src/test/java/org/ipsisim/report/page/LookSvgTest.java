package org.ipsisim.report.page;

import java.nio.file.*;
import org.ipsisim.report.timeline.*;
import org.junit.jupiter.api.Test;

class LookSvgTest {
    @Test
    void look() throws Exception {
        for (int n : new int[] {1, 8, 64}) {
            Files.writeString(
                    Path.of("/tmp/t" + n + ".svg"),
                    SvgTimeline.standalone(Timeline.of(SampleRuns.wanCut(n, "WAN cut at <b>Dallas</b>"))));
        }
    }
}
