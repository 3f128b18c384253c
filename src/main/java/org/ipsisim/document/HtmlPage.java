package org.ipsisim.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How every HTML page begins: its head with the style sheet inside, so that the page loads nothing from elsewhere. */
public final class HtmlPage {
    private HtmlPage() {}

    /**
     * A page with {@code html}, {@code body} and {@code main} open. Its content security policy lets a browser run one
     * script and make no request.
     *
     * @param title of the browser's window
     * @param style CSS after the sheet that all pages share; may be empty
     * @param script the text of its script element; empty for none
     */
    public static Markup begin(String title, String style, String script) {
        Markup page = new Markup();
        page.raw("<!DOCTYPE html>\n").open("html", "lang", "en").line().open("head");
        page.fill("\n<meta charset='utf-8'/>\n");
        page.fill("<meta name='viewport' content='width=device-width, initial-scale=1'/>\n");
        page.fill("<meta name='color-scheme' content='light dark'/>\n");
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy(script))
                .line();
        page.leaf("title", title);
        page.open("style")
                .raw("\n" + Resources.text("page.css") + style)
                .close()
                .close();
        return page.open("body").line().open("main").line();
    }

    private static String policy(String script) {
        String policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
        if (script.isEmpty()) {
            return policy;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return policy + "; script-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
