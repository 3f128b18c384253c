package org.ipsisim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** One page in the browser: what a reader does to it, what it shows, and what went wrong in it. */
public final class Tab implements AutoCloseable {
    private static final int SECONDS_TO_LOAD = 300;
    private static final int SECONDS_TO_WAIT = 120;
    private static final int MILLISECONDS_TO_ASK_AGAIN = 10;

    /** No flick, from which a page would go on moving: a tap would stop that, and be no click. */
    private static final double SECONDS_BETWEEN_TOUCHES = 0.1;

    private static final double SECONDS_BETWEEN_GESTURES = 1;
    private static final double SECONDS_BETWEEN_KEYS = 0.01;

    /** A world of scripts beside the page's own: it hears the same events, and the page sees nothing of it. */
    private static final String WORLD = "tab";

    private static final String TELL = "tell";
    private static final String LISTEN = """
            for (const type of ['pointerup', 'pointercancel', 'touchend', 'touchcancel', 'click', 'keyup']) {
                addEventListener(type, event => event.isTrusted && tell(type), {capture: true, passive: true});
            }""";

    private final DevTools devTools;
    private final String context;
    private final String session;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<Void>> loads = new ConcurrentHashMap<>();

    /** When the page is told that it was touched last, in seconds since 1970. */
    private double touchedAt = System.currentTimeMillis() / 1000.0;

    /** When the page is told that the last key was pressed, in seconds since 1970. */
    private double pressedAt;

    private Tab(DevTools devTools, String context, String session) {
        this.devTools = devTools;
        this.context = context;
        this.session = session;
    }

    static Tab in(DevTools devTools) {
        String context = devTools.call("Target.createBrowserContext", Map.of())
                .path("browserContextId")
                .asString();
        String target = devTools.call("Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
                .path("targetId")
                .asString();
        String session = devTools.call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asString();
        Tab tab = new Tab(devTools, context, session);
        devTools.listen(session, tab::hear);
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            tab.call(domain + ".enable", Map.of());
        }
        tab.call("Page.setLifecycleEventsEnabled", Map.of("enabled", true));
        tab.call("Runtime.addBinding", Map.of("name", TELL, "executionContextName", WORLD));
        tab.call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", LISTEN, "worldName", WORLD));
        return tab.viewport(1280, 800);
    }

    private void hear(String event, JsonNode what) {
        switch (event) {
            case "Page.lifecycleEvent" -> {
                if (what.path("name").asString().equals("load")) {
                    loadOf(what.path("loaderId").asString()).complete(null);
                }
            }
            case "Network.requestWillBeSent" ->
                requests.add(what.path("request").path("url").asString());
            case "Network.webSocketCreated" -> requests.add(what.path("url").asString());
            case "Runtime.bindingCalled" -> heard.add(what.path("payload").asString());
            case "Runtime.exceptionThrown" -> {
                JsonNode details = what.path("exceptionDetails");
                complaints.add(details.path("exception")
                        .path("description")
                        .asString(details.path("text").asString()));
            }
            case "Runtime.consoleAPICalled" -> {
                if (List.of("error", "warning", "assert")
                        .contains(what.path("type").asString())) {
                    complaints.add(what.path("args").toString());
                }
            }
            case "Log.entryAdded" -> {
                if (what.path("entry").path("level").asString().equals("error")) {
                    complaints.add(what.path("entry").path("text").asString());
                }
            }
            default -> {
                // Other events do not matter here.
            }
        }
    }

    /** Sets the size of the window in CSS pixels. */
    public Tab viewport(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return await("devicePixelRatio === 1 && innerWidth === " + width + " && innerHeight === " + height);
    }

    /** A phone, 360 by 740 pixels, with a touch screen. */
    public Tab phone() {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 360, "height", 740, "deviceScaleFactor", 2, "mobile", true));
        call("Emulation.setTouchEmulationEnabled", Map.of("enabled", true, "maxTouchPoints", 5));
        // The width of the window is not asked for: on a phone it depends on what is in the page.
        return await("devicePixelRatio === 2 && screen.width === 360 && navigator.maxTouchPoints === 5");
    }

    /** A system set to a dark look, or to a light one. */
    public Tab dark(boolean dark) {
        return media("", dark ? "dark" : "light");
    }

    /** Shows the page as it would be on paper. */
    public Tab print() {
        return media("print", "light");
    }

    private Tab media(String type, String colours) {
        call(
                "Emulation.setEmulatedMedia",
                Map.of("media", type, "features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
        return await("matchMedia('print').matches === " + type.equals("print")
                + " && matchMedia('(prefers-color-scheme: " + colours + ")').matches");
    }

    /** Pages opened from now on run no script; {@link #evaluate} still does. */
    public Tab withoutScript() {
        call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        return this;
    }

    /** Opens a file, and waits until it is loaded. */
    public Tab open(Path file) {
        return open(file.toUri().toString());
    }

    /** Opens an address, such as that of a file with an anchor, and waits until it is loaded. */
    public Tab open(String url) {
        // From an empty page, so that a new anchor of the same file loads it anew.
        load("about:blank");
        requests.clear();
        load(url);
        return this;
    }

    private void load(String url) {
        JsonNode answer = call("Page.navigate", Map.of("url", url));
        assertThat(answer.path("errorText").asString("")).as(url).isEmpty();
        try {
            loadOf(answer.path("loaderId").asString()).get(SECONDS_TO_LOAD, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(url + " is not loaded after " + SECONDS_TO_LOAD + " s", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<Void> loadOf(String loader) {
        return loads.computeIfAbsent(loader, id -> new CompletableFuture<>());
    }

    /**
     * The value of an expression, waited for if it is a promise.
     *
     * @throws AssertionError if it throws
     */
    public JsonNode evaluate(String expression) {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /**
     * Waits until an expression is true, such as after a click on a link, which the browser follows in its own time.
     *
     * @throws AssertionError if it is not true within some minutes
     */
    public Tab await(String expression) {
        long deadline = deadline();
        // Asked from here: a page without script has no timers.
        while (!evaluate("Boolean(" + expression + ")").asBoolean()) {
            assertThat(System.nanoTime())
                    .as("true within %d s: %s", SECONDS_TO_WAIT, expression)
                    .isLessThan(deadline);
            pause();
        }
        return this;
    }

    private static long deadline() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_WAIT);
    }

    private static void pause() {
        try {
            Thread.sleep(MILLISECONDS_TO_ASK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the first element that a CSS selector finds has a text. */
    public Tab awaitText(String selector, String text) {
        return await(element(selector) + "?.innerText.trim() === " + quoted(text));
    }

    /** The text of the first element that a CSS selector finds, as a reader sees it. */
    public String text(String selector) {
        return evaluate(element(selector) + ".innerText").asString().strip();
    }

    /** How many elements a CSS selector finds. */
    public int count(String selector) {
        return evaluate("document.querySelectorAll(" + quoted(selector) + ").length")
                .asInt();
    }

    /** Whether the first element that a CSS selector finds takes any room on the page. */
    public boolean shows(String selector) {
        return evaluate(element(selector) + ".getClientRects().length > 0").asBoolean();
    }

    /** The middle of the first element that a CSS selector finds, scrolled into view. */
    public Point middle(String selector) {
        // a click before the next frame is drawn would meet what stood there before
        JsonNode box = evaluate("(e => { e.scrollIntoView({block: 'center', behavior: 'instant'});"
                + " return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {"
                + " const b = e.getBoundingClientRect();"
                + " done([b.x + b.width / 2, b.y + b.height / 2]); }))); })(" + element(selector) + ")");
        return new Point(box.get(0).asDouble(), box.get(1).asDouble());
    }

    private static String element(String selector) {
        return "document.querySelector(" + quoted(selector) + ")";
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** Presses keys one after another: {@code a}, {@code ArrowLeft}, {@code Shift+End}. */
    public Tab press(String... keys) {
        pressedAt = Math.max(pressedAt, System.currentTimeMillis() / 1000.0);
        return input(keys.length, Set.of("keyup"), () -> {
            // None waits until the page is done with the one before: two digits with a rest between mean something
            // else.
            List<Supplier<JsonNode>> answers = new ArrayList<>();
            for (String name : keys) {
                Key key = Key.of(name);
                pressedAt += SECONDS_BETWEEN_KEYS;
                answers.add(begin("Input.dispatchKeyEvent", key.event("keyDown", pressedAt)));
                answers.add(begin("Input.dispatchKeyEvent", key.event("keyUp", pressedAt)));
            }
            answers.forEach(Supplier::get);
        });
    }

    /** Clicks the middle of the first element that a CSS selector finds. */
    public Tab click(String selector) {
        return drag(middle(selector));
    }

    /** Presses the mouse at the first point, moves it to the others, and lets it go at the last. */
    public Tab drag(Point... points) {
        return input(1, Set.of("pointerup", "pointercancel"), () -> {
            mouse("mouseMoved", points[0], 0);
            mouse("mousePressed", points[0], 1);
            for (int i = 1; i < points.length; i++) {
                mouse("mouseMoved", points[i], 1);
            }
            mouse("mouseReleased", points[points.length - 1], 0);
        });
    }

    private void mouse(String type, Point at, int buttons) {
        call(
                "Input.dispatchMouseEvent",
                Map.of(
                        "type",
                        type,
                        "x",
                        at.x(),
                        "y",
                        at.y(),
                        "button",
                        type.equals("mouseMoved") ? "none" : "left",
                        "buttons",
                        buttons,
                        "clickCount",
                        1));
    }

    /** Taps the middle of the first element that a CSS selector finds. */
    public Tab tap(String selector) {
        return swipe(middle(selector));
    }

    /**
     * Lays a finger on the first point, draws it over the others, and lifts it at the last. One point alone is a tap,
     * which the page must let become a click; others must be far enough from it to be none. What the browser makes of
     * it depends on the times of the touches; so they are told, and are not those of a machine that is more or less busy.
     */
    public Tab swipe(Point... points) {
        // The browser makes a click of a tap only when the page has heard the finger leave.
        Set<String> last = points.length == 1 ? Set.of("click") : Set.of("touchend", "touchcancel");
        touchedAt += SECONDS_BETWEEN_GESTURES;
        return input(1, last, () -> {
            // None waits until the page is done with the one before: a finger that rests means something else.
            List<Supplier<JsonNode>> answers = new ArrayList<>();
            answers.add(touch("touchStart", List.of(points[0])));
            for (int i = 1; i < points.length; i++) {
                answers.add(touch("touchMove", List.of(points[i])));
            }
            answers.add(touch("touchEnd", List.of()));
            answers.forEach(Supplier::get);
        });
    }

    private Supplier<JsonNode> touch(String type, List<Point> points) {
        touchedAt += SECONDS_BETWEEN_TOUCHES;
        return begin(
                "Input.dispatchTouchEvent",
                Map.of(
                        "type",
                        type,
                        "timestamp",
                        touchedAt,
                        "touchPoints",
                        points.stream()
                                .map(point -> Map.of("x", point.x(), "y", point.y()))
                                .toList()));
    }

    /**
     * Does something to the page, and waits until the page has done all that it does about it: the browser only says
     * that it has passed it on.
     *
     * @param times how often the page hears one of the last events
     * @param last types of events that nothing follows
     * @throws AssertionError if it does not hear them within some minutes
     */
    private Tab input(int times, Set<String> last, Runnable input) {
        heard.clear();
        input.run();
        long deadline = deadline();
        List<String> all = new ArrayList<>();
        try {
            while (all.stream().filter(last::contains).count() < times) {
                String type = heard.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                assertThat(type)
                        .as(() -> "heard by the page within %d s: %d times one of %s; it was %s"
                                .formatted(SECONDS_TO_WAIT, times, last, all))
                        .isNotNull();
                all.add(type);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        // The driver hears of an event before the page does, but the page answers only when it is done with it.
        evaluate("0");
        return this;
    }

    /** The page as a PDF, on A4. */
    public byte[] pdf() {
        JsonNode answer =
                call("Page.printToPDF", Map.of("paperWidth", 8.27, "paperHeight", 11.69, "printBackground", true));
        return Base64.getDecoder().decode(answer.path("data").asString());
    }

    /** Writes what the window shows to a PNG file. */
    public Tab screenshot(Path file) {
        JsonNode answer = call("Page.captureScreenshot", Map.of("format", "png"));
        try {
            Files.write(file, Base64.getDecoder().decode(answer.path("data").asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Exceptions, errors and warnings of the page since the tab was opened. */
    public List<String> complaints() {
        evaluate("0");
        return List.copyOf(complaints);
    }

    /** The addresses that the page has asked for since it was opened, itself first. */
    public List<String> requests() {
        evaluate("0");
        return List.copyOf(requests);
    }

    /** Checks that the page has complained of nothing and has asked no network. */
    public Tab assertClean() {
        assertThat(complaints()).as("errors of the page").isEmpty();
        assertThat(requests())
                .as("requests of the page")
                .isNotEmpty()
                .allMatch(url -> url.startsWith("file:") || url.startsWith("data:") || url.startsWith("about:"));
        return this;
    }

    /** Checks that the page is no wider than the window. */
    public Tab assertFits() {
        int window = evaluate("document.documentElement.clientWidth").asInt();
        int page = evaluate("document.documentElement.scrollWidth").asInt();
        assertThat(page)
                .as(() -> "width of the page; what reaches beyond the window: "
                        + evaluate("[...document.body.querySelectorAll('*')]"
                                + ".filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)"
                                + ".map(e => e.tagName + '.' + e.getAttribute('class')).slice(0, 20)"))
                .isLessThanOrEqualTo(window);
        return this;
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        return begin(method, parameters).get();
    }

    private Supplier<JsonNode> begin(String method, Map<String, ?> parameters) {
        return devTools.begin(session, method, parameters);
    }

    @Override
    public void close() {
        devTools.forget(session);
        devTools.call("Target.disposeBrowserContext", Map.of("browserContextId", context));
    }

    /** A point in the window, in CSS pixels from its upper left corner. */
    public record Point(double x, double y) {
        /** A point beside this one. */
        public Point plus(double right, double down) {
            return new Point(x + right, y + down);
        }
    }
}
