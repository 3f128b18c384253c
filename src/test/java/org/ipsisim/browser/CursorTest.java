package org.ipsisim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.ipsisim.browser.Tab.Point;
import org.ipsisim.console.ScreenName;
import org.ipsisim.history.History;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.report.page.EstateDiagram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a reader moves the cursor of the report on the WAN that is cut, and what it is on paper and without a script. */
class CursorTest {
    private static final History HISTORY = Reports.shipped("wan-cut");

    @TempDir
    static Path directory;

    private static Path page;
    private Tab tab;

    @BeforeEach
    void open() {
        tab = Chromium.open();
        if (page == null) {
            page = Reports.page(HISTORY, directory);
        }
    }

    @AfterEach
    void close() {
        if (tab != null) {
            tab.close();
        }
    }

    private String time() {
        return tab.text("#c-time");
    }

    private void focus() {
        tab.evaluate("document.getElementById('c-line').focus()");
    }

    private String name() {
        return tab.text("#c-name");
    }

    /** Where a minute of the run stands on the timeline, in a row counted from 0. */
    private Point at(double minute, int row) {
        tab.middle("#plot");
        var plot = tab.evaluate(
                "(b => [b.x, b.y, b.width / 960])(document.querySelector('#plot').getBoundingClientRect())");
        double scale = plot.get(2).asDouble();
        var drawn = tab.evaluate("JSON.parse(document.getElementById('run').textContent).plot");
        double top = drawn.get("top").asDouble();
        return new Point(
                plot.get(0).asDouble()
                        + scale
                                * (drawn.get("left").asDouble()
                                        + minute * drawn.get("width").asDouble() / 20),
                plot.get(1).asDouble() + scale * (top + 20 + 40 * row));
    }

    @Test
    void shows_the_customers_clock_and_his_names(@TempDir Path other) {
        tab.open(Reports.page(Reports.shipped("friday-outage"), other).toUri() + "#t=35m&pn=3");

        assertThat(time()).isEqualTo("14:35:00");
        assertThat(tab.text("#c-chain"))
                .contains("14:31:00\nChicago headquarters site failed (power cut; ticket 88131)")
                .contains("14:32:14");
        assertThat(tab.text("#c-alarms")).startsWith("minor ESS ipsi 1a, 2a").endsWith("(since 14:31:15)");
        tab.assertClean();
    }

    @Test
    void on_a_projector_it_shows_one_port_network_and_the_keys_work_at_once() {
        tab.open(page.toUri() + "?view=projector#t=2m&pn=3");

        assertThat(name()).contains("PN 3");
        assertThat(tab.shows("#c-state")).isTrue();
        for (String hidden : List.of("#c-pns", "#c-console", "#c-estate", "#appendix", ".figures", "#c-keys")) {
            assertThat(tab.shows(hidden)).as(hidden).isFalse();
        }
        tab.press("ArrowRight");
        assertThat(time()).isEqualTo("2:14.02");
        tab.press("ArrowUp");
        assertThat(name()).contains("PN 2");
        assertThat(tab.evaluate("parseFloat(getComputedStyle(document.querySelector('#c-state')).fontSize)")
                        .asDouble())
                .isGreaterThanOrEqualTo(24);
        tab.assertClean();
    }

    @Test
    void is_not_there_until_it_is_asked_for() {
        tab.open(page);
        assertThat(tab.shows("#c-panels")).isFalse();
        assertThat(tab.text("#c-now")).startsWith("Click or drag on the timeline");
        assertThat(tab.evaluate("location.hash").asString()).isEmpty();
        tab.assertClean().assertFits();
    }

    @Test
    void goes_where_the_mouse_clicks_and_where_it_is_drawn_to() {
        tab.open(page).drag(at(5, 1));
        assertThat(time()).isEqualTo("5:00");
        assertThat(name()).isEqualTo("PN 2, dallas");
        assertThat(tab.text("#c-state")).isEqualTo("no service since 2:44.02, controller: main");

        tab.drag(at(5, 0), at(6, 0), at(9, 2));
        assertThat(time()).isEqualTo("9:00");
        assertThat(name()).isEqualTo("PN 1, hq");

        tab.drag(at(15.02, 2));
        assertThat(time()).as("an event close by").isEqualTo("15:00");
        tab.assertClean();
    }

    @Test
    void follows_the_keyboard() {
        tab.open(page).press("ArrowRight", "2", "n");
        assertThat(tab.shows("#c-panels")).as("the drawing has no focus").isFalse();
        focus();
        tab.press("ArrowRight");
        assertThat(time()).isEqualTo("0:00");
        tab.press("ArrowRight");
        assertThat(time()).isEqualTo("1:00");
        tab.press("ArrowRight", "ArrowRight", "ArrowRight");
        assertThat(time()).isEqualTo("1:18.02");
        tab.press("Shift+ArrowRight", "Shift+ArrowRight");
        assertThat(time()).isEqualTo("1:20.02");
        tab.press("ArrowLeft");
        assertThat(time()).isEqualTo("1:18.02");
        tab.press("End");
        assertThat(time()).isEqualTo("20:00");
        tab.press("Shift+ArrowRight");
        assertThat(time()).as("the run ends there").isEqualTo("20:00");
        tab.press("Home");
        assertThat(time()).isEqualTo("0:00");

        assertThat(name()).as("the worst one, until another is chosen").isEqualTo("PN 2, dallas");
        tab.press("ArrowDown");
        assertThat(name()).isEqualTo("PN 3, dallas");
        tab.press("1");
        assertThat(name()).isEqualTo("PN 1, hq");
        tab.press("ArrowUp");
        assertThat(name()).isEqualTo("PN 1, hq");

        tab.press("Escape");
        assertThat(tab.shows("#c-panels")).isFalse();
        assertThat(time()).isEqualTo("–:––");
        tab.assertClean();
    }

    @Test
    void leaves_the_keys_of_the_browser_and_of_other_parts_of_the_page_alone() {
        tab.open(page).press("ArrowDown", "Home", "Control+ArrowRight");
        assertThat(tab.shows("#c-panels")).isFalse();
        tab.click("summary").press("ArrowRight");
        assertThat(tab.shows("#c-panels")).isFalse();
    }

    @Test
    void chooses_a_port_network_of_sixty_four_by_its_number() {
        tab.open(Reports.page(Reports.run(Reports.sixtyFour()), directory.resolve("sixty-four")));
        focus();
        tab.press("4", "2");
        assertThat(name()).isEqualTo("PN 42, b6");
        tab.evaluate("addEventListener('keydown',"
                + " () => { for (const end = performance.now() + 1100; performance.now() < end;); }, {once: true})");
        tab.press("5", "1");
        assertThat(name()).as("pressed at once, heard a second apart").isEqualTo("PN 51, b7");
        assertThat(tab.count("#c-pns tbody tr")).isEqualTo(64);
        tab.assertClean().phone().assertFits();
    }

    @Test
    void is_a_slider_that_says_where_it_stands_and_what_happens_there() {
        tab.open(page.toUri() + "#t=2m14s20ms&pn=3");
        assertThat(tab.evaluate("document.activeElement.getAttribute('role')").asString())
                .isEqualTo("slider");
        assertThat(tab.evaluate("document.activeElement.getAttribute('aria-valuetext')")
                        .asString())
                .isEqualTo("2:14.02, PN 3 cold reset");
        assertThat(tab.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                        .asString())
                .isEqualTo("solid");
        assertThat(tab.evaluate("document.getElementById('c-now').getAttribute('role')")
                        .asString())
                .isEqualTo("status");
        assertThat(tab.text("#c-now"))
                .isEqualTo("PN 3: cold reset, main. Now: pn-2, pn-3: cold reset after 1m15s of silence (PN cold reset"
                        + " delay); pn-2, pn-3: 40 calls dropped; pn-2, pn-3: no-service time-out started; the IPSI asks"
                        + " for service at 7m14.02s.");
    }

    @Test
    void comes_back_to_the_moment_that_an_address_names() {
        tab.open(page.toUri() + "#t=134s&pn=3");
        assertThat(time()).isEqualTo("2:14");
        assertThat(name()).isEqualTo("PN 3, dallas");
        assertThat(tab.evaluate("document.querySelector('#plot').getBoundingClientRect().top < innerHeight")
                        .asBoolean())
                .isTrue();

        tab.press("ArrowRight");
        assertThat(tab.evaluate("document.getElementById('c-link').hash").asString())
                .isEqualTo("#t=2m14s20ms&pn=3");
        tab.await("location.hash === '#t=2m14s20ms&pn=3'").assertClean();
    }

    @Test
    void says_that_an_address_names_no_moment() {
        for (String address : List.of("#t=5x", "#t=5", "#t=", "#t=1m&pn=99", "#t=1m&pn=<b>")) {
            tab.open(page.toUri() + address);
            assertThat(tab.shows("#c-panels")).as(address).isFalse();
            assertThat(tab.text("#c-now")).as(address).startsWith("The address names no moment of this run: #t=");
        }
        tab.open(page.toUri() + "#t=99h");
        assertThat(time()).as("no later than the end").isEqualTo("20:00");
        tab.assertClean();
    }

    @Test
    void follows_a_fault_step_by_step() {
        tab.open(page);
        focus();
        tab.press("2");
        assertThat(tab.text("#c-step")).isEqualTo("First fault");
        List<String> steps = new ArrayList<>();
        while (tab.evaluate("!document.getElementById('c-step').disabled").asBoolean()) {
            tab.click("#c-step");
            assertThat(tab.count("tr.here[id]")).isEqualTo(1);
            assertThat(tab.shows("#c-spot")).isTrue();
            steps.add(time() + " "
                    + tab.evaluate("document.querySelector('tr.here[id]').cells[3].textContent")
                            .asString() + " / " + tab.text("#c-chain li:last-child span:last-child"));
        }
        assertThat(steps)
                .containsExactlyElementsOf(HISTORY.trace().stream()
                        .filter(entry ->
                                entry.id() == 1 || entry.subject().name().equals("pn-2"))
                        .map(CursorTest::step)
                        .toList());
        tab.assertClean();
    }

    @Test
    void goes_on_from_one_fault_to_the_next() {
        tab.open(Reports.page(Reports.shipped("mpls-near-misses"), directory.resolve("near-misses")));
        List<String> starts = new ArrayList<>();
        focus();
        for (tab.press("n"); starts.size() < 20; tab.press("n")) {
            String fault = time() + " " + tab.text("#c-fault");
            if (starts.contains(fault)) {
                break;
            }
            starts.add(fault);
        }
        assertThat(starts.stream().filter(fault -> fault.contains("step 1 of")))
                .hasSizeGreaterThan(2)
                .allMatch(fault -> fault.matches("\\S+ \\S+ link (failed|works again), step 1 of \\d+"));
    }

    private static String step(TraceEntry entry) {
        String who = entry.subject().name().equals("pn-2") ? "" : entry.subject() + " ";
        return HISTORY.moments().figures(entry.at()) + " " + HISTORY.textOf(entry) + " / " + who
                + HISTORY.textOf(entry);
    }

    @Test
    void goes_to_an_entry_of_the_trace_and_back_along_its_causes() {
        tab.open(page).click("#appendix > summary").click("#appendix section summary");
        TraceEntry cold = HISTORY.trace().stream()
                .filter(entry -> entry.what().type().equals("cold-reset")
                        && entry.subject().name().equals("pn-3"))
                .findFirst()
                .orElseThrow();
        tab.click("#e" + cold.id() + " a").awaitText("#c-time", "2:14.02");
        assertThat(name()).isEqualTo("PN 3, dallas");
        assertThat(tab.text("#c-fault")).isEqualTo("wan link failed, step 4 of 11");

        tab.click("#c-chain li:first-child a").awaitText("#c-time", "1:00");
        assertThat(tab.text("#c-fault")).isEqualTo("wan link failed, step 1 of 11");
        assertThat(name()).isEqualTo("PN 3, dallas");
    }

    @Test
    void shows_the_console_of_any_server() {
        tab.open(page.toUri() + "#t=10m&pn=2");
        assertThat(tab.text("#c-as-of"))
                .as("the main does not know what becomes of Dallas")
                .isEqualTo("As of 1:14.02.");
        choose("server", "sc-10");
        assertThat(tab.text("#c-as-of")).isEqualTo("As of 8:14.02.");
        for (ScreenName name : ScreenName.values()) {
            if (name != ScreenName.SERVER) {
                choose("command", name.command());
                assertThat(tab.evaluate("document.getElementById('c-screen').textContent.trimEnd()")
                                .asString())
                        .isEqualTo(Shown.screen(HISTORY, 600_000, "sc-10", name));
            }
        }
        tab.press("End");
        assertThat(tab.evaluate("document.getElementById('c-server').value").asString())
                .as("the choice stays")
                .isEqualTo("sc-10");
        tab.assertClean();
    }

    private void choose(String id, String option) {
        tab.evaluate("(s => { s.value = '" + option + "'; s.dispatchEvent(new Event('change')); })"
                + "(document.getElementById('c-" + id + "'))");
    }

    @Test
    void moves_under_a_finger_on_a_phone_and_nothing_is_wider_than_the_screen() {
        tab.phone().open(page);
        tab.assertFits();
        tab.swipe(at(1.5, 1), at(2, 1), at(3, 1));
        assertThat(time()).isEqualTo("3:00");
        assertThat(name()).isEqualTo("PN 2, dallas");
        tab.assertFits();

        tab.tap("#c-on");
        assertThat(time()).isEqualTo("7:14.02");
        assertThat(tab.evaluate("(b => b.left > 0 && b.right < innerWidth)"
                                + "(document.getElementById('c-line').getBoundingClientRect())")
                        .asBoolean())
                .as("the timeline has scrolled to the cursor")
                .isTrue();
        tab.press("End");
        assertThat(tab.evaluate("document.getElementById('c-line').getBoundingClientRect().right < innerWidth")
                        .asBoolean())
                .isTrue();
        tab.assertFits().assertClean();
    }

    @Test
    void shows_the_estate_at_its_moment() {
        EstateDiagram estate = EstateDiagram.of(HISTORY);
        for (int minute : new int[] {0, 5, 9, 20}) {
            tab.open(page.toUri() + "#t=" + minute + "m&pn=2");
            String still =
                    estate.at(60_000L * minute, "still").replace("\\", "").replace("`", "");
            assertThat(tab.evaluate(PARTS.formatted("document.querySelector('#c-estate')")))
                    .as("at " + minute + "m")
                    .isEqualTo(tab.evaluate(
                            PARTS.formatted("new DOMParser().parseFromString(`" + still + "`, 'image/svg+xml')")));
        }
        assertThat(tab.evaluate("document.querySelector('#c-estate svg').textContent")
                        .asString())
                .contains("sc-10 active", "wan", "core 10");
        tab.assertClean();
    }

    /** What each part says it is in, its colours, and who controls the port networks of each site. */
    private static final String PARTS = "[...%s.querySelectorAll('[data-part], [data-controllers]')].map(part =>"
            + " part.querySelector('title') ? part.querySelector('title').textContent + part.lastElementChild.textContent"
            + " + (part.querySelector('.ed-part')?.getAttribute('class') ?? '') : part.textContent).join('; ')";

    @Test
    void is_not_on_paper() throws IOException {
        tab.open(page.toUri() + "#t=5m&pn=2").print();
        for (String part : List.of("#cursor", "#c-line", "#c-band", "#c-panels")) {
            assertThat(tab.shows(part)).as(part).isFalse();
        }
        try (PDDocument pdf = Loader.loadPDF(tab.pdf())) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("WAN cut at Dallas", "no service", "no-service-timeout", "Assumptions");
            assertThat(text).doesNotContain("Link to this moment", "Next step in this fault", "left");
            assertThat(pdf.getNumberOfPages()).isBetween(3, 8);
        }
    }

    @Test
    void is_not_missed_without_a_script() {
        tab.withoutScript().open(page.toUri() + "#t=5m&pn=2");
        assertThat(tab.shows("#cursor")).isFalse();
        tab.evaluate("document.getElementById('appendix').open = true");
        assertThat(tab.text("main")).contains("reset cold at 2m14s", "Priority lists", "Alarms");
        assertThat(tab.text("main")).doesNotContain("Click or drag", "Next step");
        tab.phone().assertFits().assertClean();
    }

    @Test
    void can_be_read_on_a_dark_screen() {
        tab.dark(true).open(page.toUri() + "#t=5m&pn=2");
        String[] light = {"#c-state", "#c-now", "#c-step", "#c-time", "#c-pns td:nth-child(3)"};
        for (String part : light) {
            assertThat(tab.evaluate("getComputedStyle(document.querySelector('" + part + "')).color")
                            .asString())
                    .as(part)
                    .isEqualTo("rgb(230, 234, 237)");
        }
        tab.assertClean();
    }
}
