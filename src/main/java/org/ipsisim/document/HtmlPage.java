package org.ipsisim.document;

/** How every HTML page begins: its head with the style sheet inside, so that the page asks for nothing from anywhere. */
public final class HtmlPage {
    private HtmlPage() {}

    /**
     * A page whose {@code html}, {@code body} and {@code main} are open.
     *
     * @param title of the browser's window
     * @param style CSS after the sheet that all pages share; may be empty
     * @param policy the content security policy; empty for none
     */
    public static Markup begin(String title, String style, String policy) {
        Markup page = new Markup();
        page.raw("<!DOCTYPE html>\n").open("html", "lang", "en").line();
        page.open("head").line();
        page.empty("meta", "charset", "utf-8").line();
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        page.empty("meta", "name", "color-scheme", "content", "light dark").line();
        if (!policy.isEmpty()) {
            page.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy)
                    .line();
        }
        page.leaf("title", title);
        page.open("style")
                .raw("\n" + Resources.text("page.css") + style)
                .close()
                .close();
        return page.open("body").line().open("main").line();
    }
}
