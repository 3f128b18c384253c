package org.ipsisim.study.compare;

import static org.ipsisim.study.Branch.compare;
import static org.ipsisim.study.Branch.variant;
import static org.ipsisim.study.Branch.with;

import org.ipsisim.history.Detail;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.Branch;
import org.ipsisim.study.GoldenStudies;
import org.ipsisim.study.ParallelRuns;
import org.junit.jupiter.api.Test;

class CompareReportTest {
    private static final ScenarioSource CUT = with("{at: 1m, fail: wan, for: 14m}");

    private static void check(String name, Comparison comparison) {
        GoldenStudies.checkText(name, (out, style) -> CompareText.write(comparison, out, style));
        GoldenStudies.check(name + ".json", out -> CompareJson.write(comparison, out));
        GoldenStudies.check(name + ".csv", out -> CompareCsv.write(comparison, out));
    }

    @Test
    void a_timer_set_differently() {
        check("compare-timer", compare(CUT, "timers.no-service-timeout=2m", "timers.survivable-core-reset=5m"));
    }

    @Test
    void no_difference() {
        check("compare-same", compare(CUT, "timers.survivable-core-reset=5m"));
    }

    @Test
    void other_events_and_a_needless_failover() {
        check("compare-events", compare(CUT, "events[0].for=7m"));
    }

    @Test
    void other_estates() {
        ScenarioSource other = Branch.source("""
                title: Two branches
                duration: 20m
                sites: [hq, branch, mill]
                links: [{id: wan, between: [hq, branch]}, {id: wan-2, between: [hq, mill]}]
                servers: {main: {site: hq}, survivable-cores: [{cluster: 10, site: branch}]}
                port-networks: [{pn: 2-5, site: branch, calls: {pn: 10}}, {pn: 6, site: mill}]
                events: [{at: 1m, fail: hq, for: 5m}]
                """);
        check("compare-estates", Comparison.of(variant(CUT), variant(other), Detail.SILENCES, ParallelRuns.quiet()));
    }
}
