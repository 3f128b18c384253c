package org.ipsisim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** One page in the browser: what a reader does to it, what it shows, and what went wrong in it. */
public final class Tab implements AutoCloseable {
    private static final int SECONDS_TO_LOAD = 120;
    private static final int SECONDS_TO_WAIT = 60;

    private final DevTools devTools;
    private final String context;
    private final String session;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, CompletableFuture<Void>> loads = new ConcurrentHashMap<>();

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
        return this;
    }

    /** A phone, 360 by 740 pixels, with a touch screen. */
    public Tab phone() {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 360, "height", 740, "deviceScaleFactor", 2, "mobile", true));
        call("Emulation.setTouchEmulationEnabled", Map.of("enabled", true, "maxTouchPoints", 5));
        return this;
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
        return this;
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
     * @throws AssertionError if it is not true within some seconds
     */
    public Tab await(String expression) {
        boolean came = evaluate("new Promise(done => { const start = Date.now(); (function ask() { if (" + expression
                        + ") done(true); else if (Date.now() - start > " + 1000 * SECONDS_TO_WAIT
                        + ") done(false); else setTimeout(ask, 10); })(); })")
                .asBoolean();
        assertThat(came).as(expression).isTrue();
        return this;
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
        for (String name : keys) {
            Key key = Key.of(name);
            call("Input.dispatchKeyEvent", key.event("keyDown"));
            call("Input.dispatchKeyEvent", key.event("keyUp"));
        }
        return this;
    }

    /** Clicks the middle of the first element that a CSS selector finds. */
    public Tab click(String selector) {
        return drag(middle(selector));
    }

    /** Presses the mouse at the first point, moves it to the others, and lets it go at the last. */
    public Tab drag(Point... points) {
        mouse("mouseMoved", points[0], 0);
        mouse("mousePressed", points[0], 1);
        for (int i = 1; i < points.length; i++) {
            mouse("mouseMoved", points[i], 1);
        }
        mouse("mouseReleased", points[points.length - 1], 0);
        return this;
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

    /** Lays a finger on the first point, draws it over the others, and lifts it at the last. */
    public Tab swipe(Point... points) {
        touch("touchStart", List.of(points[0]));
        for (int i = 1; i < points.length; i++) {
            touch("touchMove", List.of(points[i]));
        }
        touch("touchEnd", List.of());
        return this;
    }

    private void touch(String type, List<Point> points) {
        call(
                "Input.dispatchTouchEvent",
                Map.of(
                        "type",
                        type,
                        "touchPoints",
                        points.stream()
                                .map(point -> Map.of("x", point.x(), "y", point.y()))
                                .toList()));
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
        return devTools.call(session, method, parameters);
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
