package org.ipsisim.course.page;

import org.ipsisim.document.HtmlPage;
import org.ipsisim.document.Markup;
import org.ipsisim.document.Resources;

/** A page under construction; style and script are inside it, so it loads nothing from elsewhere. */
final class CoursePage {
    private final Markup page;

    /** @param title of the browser's window */
    CoursePage(String title) {
        this.page = HtmlPage.begin(title, Resources.text(CoursePage.class, "course.css"), script());
    }

    Markup markup() {
        return page;
    }

    /** An element that holds a text in which back-ticks set off code. */
    CoursePage prose(String tag, String text, String... attributes) {
        page.open(tag, attributes).prose(text).close();
        return this;
    }

    /** Lines to look at or to copy. */
    CoursePage code(String text) {
        page.open("pre").inline("code", text).close();
        return this;
    }

    /** The whole page; nothing can be added any more. */
    String html() {
        page.close();
        page.open("script").raw(script()).close();
        return page.close().close().toString();
    }

    private static String script() {
        return "\n" + Resources.text(CoursePage.class, "course.js");
    }
}
