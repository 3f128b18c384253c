package org.ipsisim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ipsisim.browser.Tab.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cut of 95 s in a run of 24 hours: it is drawn large, and a brush over the whole run draws another part large. */
class ZoomTest {
    private static final String DAY = """
            title: A cut in a long day
            duration: 24h
            sites: [hq, branch]
            links: [{id: wan, between: [hq, branch], latency: 25ms}]
            servers: {main: {site: hq}}
            port-networks: [{pn: 1-2, site: branch}]
            events: [{at: 2h, fail: wan, for: 5s}, {at: 14h2m, fail: wan, for: 95s}]
            """;

    @TempDir
    Path directory;

    @Test
    void follows_keys_mouse_and_finger_and_is_not_missed_without_a_script() {
        Path page = Reports.page(Reports.run(DAY), directory);
        try (Tab tab = Chromium.open()) {
            tab.withoutScript().open(page);
            assertThat(words(tab, ".tl-plot")).contains("warm reset", "restart by main");
            assertThat(words(tab, ".tl-strip")).contains("whole run");
        }
        try (Tab tab = Chromium.open()) {
            tab.open(page);
            assertThat(tab.evaluate(WIDTH).asDouble()).isGreaterThan(100);

            tab.evaluate("document.querySelector('.tl-strip').focus()");
            tab.press("Home");
            assertThat(view(tab)).isEqualTo("0:00 to 24:00:00");
            assertThat(words(tab, ".tl-ticks")).startsWith("0:00").contains("20:00:00");
            assertThat(tab.evaluate(WIDTH).asDouble()).isLessThan(2);
            tab.press("Escape");
            String incident = view(tab);
            assertThat(incident).startsWith("14:01:");
            tab.press("-").press("+");
            assertThat(view(tab)).isEqualTo(incident);

            // over the first quarter of the run, where the short silence was
            tab.drag(strip(tab, 0), strip(tab, 0.1), strip(tab, 0.25));
            assertThat(view(tab)).matches("[0-3]:00 to (5:59|6:0[01]):00");
            assertThat(words(tab, ".tl-plot")).contains("main").doesNotContain("warm reset");
            tab.evaluate("document.querySelector('.tl-strip').focus()");
            tab.press("Escape");
            assertThat(view(tab)).isEqualTo(incident);
            assertThat(words(tab, ".tl-plot")).contains("warm reset");

            // what the cursor shows stays where the time is
            tab.press("Home").open(page.toUri() + "#t=14h2m&pn=1");
            double before = tab.evaluate(CURSOR).asDouble();
            tab.evaluate("document.querySelector('.tl-strip').focus()");
            tab.press("ArrowRight");
            assertThat(tab.evaluate(CURSOR).asDouble()).isLessThan(before);
            tab.assertClean();

            tab.phone().open(page);
            tab.swipe(strip(tab, 0), strip(tab, 0.1), strip(tab, 0.2));
            assertThat(view(tab)).matches("\\d+:00 to 4:\\d\\d:00");
            tab.assertFits().assertClean();
        }
    }

    private static final String WIDTH =
            "document.querySelector('.tl-plot .tl-warm-reset').getBoundingClientRect().width";
    private static final String CURSOR = "document.getElementById('c-line').getBoundingClientRect().left";

    private static String words(Tab tab, String part) {
        return tab.evaluate(
                        "[...document.querySelectorAll('" + part + " text')].map(text => text.textContent).join(', ')")
                .asString();
    }

    private static String view(Tab tab) {
        return tab.evaluate("document.querySelector('.tl-strip').getAttribute('aria-valuetext')")
                .asString();
    }

    private static Point strip(Tab tab, double share) {
        tab.middle(".tl-strip");
        var box = tab.evaluate("(b => [b.x, b.y, b.width, b.height])"
                + "(document.querySelector('.tl-strip rect').getBoundingClientRect())");
        return new Point(
                box.get(0).asDouble() + Math.max(1, share * box.get(2).asDouble()),
                box.get(1).asDouble() + box.get(3).asDouble() / 2);
    }
}
