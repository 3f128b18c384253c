package org.ipsisim.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ipsisim.browser.Tab.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The browser tests can see what they are there to see. */
class TabTest {
    private static final String HEAD = "<!DOCTYPE html><meta name=viewport content=width=device-width><title>t</title>";

    @TempDir
    Path directory;

    private Path page(String body) throws IOException {
        return Files.writeString(directory.resolve("page.html"), HEAD + body);
    }

    @Test
    void hears_the_mouse_the_keyboard_and_a_finger() throws IOException {
        try (Tab tab = Chromium.open()) {
            tab.open(page("""
                    <button onclick="heard.push('click')">b</button>
                    <script>
                        const heard = [];
                        addEventListener('keydown', e => heard.push((e.shiftKey ? 'shift ' : '') + e.key));
                        addEventListener('touchstart', () => heard.push('touch'));
                        addEventListener('touchend', () => heard.push('lift'));
                    </script>"""));
            tab.click("button").press("a", "Shift+ArrowLeft", "Escape").phone();
            tab.swipe(tab.middle("button"), tab.middle("button").plus(40, 0));

            assertThat(tab.evaluate("heard.join()").asString()).isEqualTo("click,a,shift ArrowLeft,Escape,touch,lift");
            tab.assertClean().assertFits();
        }
    }

    @Test
    void waits_until_a_busy_page_has_heard_all_of_it() throws IOException {
        try (Tab tab = Chromium.open()) {
            tab.open(page("""
                    <button>b</button>
                    <script>
                        const busy = until => { while (performance.now() < until); };
                        setInterval(() => busy(performance.now() + 50));
                        const heard = [];
                        for (const type of ['keyup', 'mouseup', 'touchend', 'click']) {
                            addEventListener(type, () => {
                                busy(performance.now() + 50);
                                heard.push(type);
                            });
                        }
                        const all = () => heard.splice(0).join();
                        document.querySelector('button').focus();
                    </script>"""));
            assertThat(tab.press("a", "b").evaluate("all()").asString()).isEqualTo("keyup,keyup");
            assertThat(tab.click("button").evaluate("all()").asString()).isEqualTo("mouseup,click");
            tab.phone();
            assertThat(tab.tap("button").evaluate("all()").asString()).isEqualTo("touchend,mouseup,click");
            Point middle = tab.middle("button");
            assertThat(tab.swipe(middle, middle.plus(40, 0)).evaluate("all()").asString())
                    .isEqualTo("touchend");
        }
    }

    @Test
    void taps_after_it_has_swiped() throws IOException {
        try (Tab tab = Chromium.open()) {
            tab.phone().open(page("""
                    <p style="touch-action: pan-y; height: 200px">p</p>
                    <button onclick="taps++">b</button>
                    <div style="height: 2000px"></div>
                    <script>let taps = 0;</script>"""));
            Point start = tab.middle("p");
            for (int i = 1; i <= 5; i++) {
                tab.swipe(start, start.plus(20, 0), start.plus(60, 0)).tap("button");
                assertThat(tab.evaluate("taps").asInt()).isEqualTo(i);
            }
        }
    }

    @Test
    void drags_the_mouse_from_point_to_point() throws IOException {
        try (Tab tab = Chromium.open()) {
            tab.open(page(
                    "<script>const at = []; addEventListener('mousemove', e => e.buttons && at.push(e.x));</script>"));
            tab.drag(new Point(10, 10), new Point(20, 10), new Point(30, 10));

            assertThat(tab.evaluate("at.join()").asString()).isEqualTo("20,30");
        }
    }

    @Test
    void collects_what_a_page_complains_of() throws IOException {
        try (Tab tab = Chromium.open()) {
            tab.open(page("<script>console.error('first'); null.second;</script>"));

            assertThat(tab.complaints()).hasSize(2);
            assertThatThrownBy(tab::assertClean)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("first")
                    .hasMessageContaining("second");
        }
    }

    @Test
    void records_every_request_and_lets_none_through() throws IOException {
        try (Tab tab = Chromium.open()) {
            tab.open(page("<img src=https://example.org/a.png><script>fetch('http://127.0.0.1:1/b')</script>"));

            assertThat(tab.requests()).contains("https://example.org/a.png", "http://127.0.0.1:1/b");
            assertThatThrownBy(tab::assertClean).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void finds_a_page_that_is_too_wide() throws IOException {
        try (Tab tab = Chromium.open()) {
            tab.phone().open(page("<div class=broad style=width:500px>broad</div>"));

            assertThatThrownBy(tab::assertFits).hasMessageContaining("DIV.broad");
        }
    }

    @Test
    void sees_what_is_on_paper_what_is_dark_and_what_is_there_without_script() throws IOException {
        Path page = page("""
                <style>@media print { p { display: none } } @media (prefers-color-scheme: dark) { b { display: none } }
                </style><p>p</p><b>b</b><script>document.body.append('made')</script>""");
        try (Tab tab = Chromium.open()) {
            tab.open(page).print();
            assertThat(tab.shows("p")).isFalse();
            assertThat(new String(tab.pdf(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");

            tab.dark(true);
            assertThat(tab.shows("p")).isTrue();
            assertThat(tab.shows("b")).isFalse();
            assertThat(tab.text("body")).contains("made");

            tab.withoutScript().open(page);
            assertThat(tab.text("body")).doesNotContain("made");
        }
    }

    @Test
    void waits_for_what_comes_later() throws IOException {
        try (Tab tab = Chromium.open()) {
            tab.open(page(
                    "<p>early</p><script>setTimeout(() => document.querySelector('p').append(' late'), 50)</script>"));
            tab.awaitText("p", "early late");

            assertThatThrownBy(() -> tab.evaluate("nothing.at.all")).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void takes_a_picture_of_the_window() throws IOException {
        try (Tab tab = Chromium.open()) {
            Path picture = directory.resolve("picture.png");
            tab.open(page("text")).screenshot(picture);

            assertThat(Files.readAllBytes(picture)).startsWith(0x89, 'P', 'N', 'G');
        }
    }

    @Test
    void knows_where_a_browser_would_be() throws IOException {
        Path program = Files.createFile(directory.resolve("chromium"));
        assertThat(Chromium.find("/nowhere:" + directory)).isEmpty();

        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(Chromium.find("/nowhere:" + directory)).contains(program);
    }
}
