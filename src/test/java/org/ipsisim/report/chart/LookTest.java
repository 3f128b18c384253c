package org.ipsisim.report.chart;

import java.nio.file.*;
import org.ipsisim.report.timeline.*;
import org.junit.jupiter.api.Test;

class LookTest {
    @Test
    void look() throws Exception {
        for (int n : new int[] {1, 8, 64}) {
            Files.write(
                    Path.of("/tmp/t" + n + ".png"),
                    TimelinePng.render(Timeline.of(SampleRuns.wanCut(n, "WAN cut at Dallas"))));
        }
    }
}
