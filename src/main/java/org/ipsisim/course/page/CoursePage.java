package org.ipsisim.course.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsisim.document.HtmlPage;
import org.ipsisim.document.Markup;

/** A page under construction; style and script are inside it, so it loads nothing from elsewhere. */
final class CoursePage {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final Markup page;

    /** @param title of the browser's window */
    CoursePage(String title) {
        this.page = HtmlPage.begin(title, resource("course.css"), script());
    }

    Markup markup() {
        return page;
    }

    /** An element that holds a text in which back-ticks set off code. */
    CoursePage prose(String tag, String text, String... attributes) {
        page.open(tag, attributes);
        Matcher code = CODE.matcher(text);
        int end = 0;
        while (code.find()) {
            page.text(text.substring(end, code.start())).inline("code", code.group(1));
            end = code.end();
        }
        page.text(text.substring(end)).close();
        return this;
    }

    /** Lines to look at or to copy. */
    CoursePage code(String text) {
        page.open("pre", "tabindex", "0").inline("code", text).close();
        return this;
    }

    /** The whole page; nothing can be added any more. */
    String html() {
        page.close();
        page.open("script").raw(script()).close();
        return page.close().close().toString();
    }

    private static String script() {
        return "\n" + resource("course.js");
    }

    private static String resource(String name) {
        try (InputStream in = CoursePage.class.getResourceAsStream(name)) {
            return new String(Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
