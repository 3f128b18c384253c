package org.ipsisim.ladder;

import org.ipsisim.document.HtmlPage;
import org.ipsisim.document.Markup;

/** A ladder as one HTML file: the drawing, and every message to open. */
public final class LadderPage {
    private LadderPage() {}

    /** The page. */
    public static String of(Ladder ladder) {
        Markup page = HtmlPage.begin(ladder.title(), "", "");
        page.leaf("h1", ladder.title());
        page.leaf("p", "Outcome: " + ladder.outcome() + ".");
        page.open("div", "class", "wide", "tabindex", "0", "role", "group", "aria-label", "Ladder, scrolls sideways")
                .raw(LadderSvg.inline(ladder))
                .close();
        page.leaf("h2", "Messages");
        for (Ladder.Arrow arrow : ladder.arrows()) {
            page.open("details")
                    .leaf(
                            "summary",
                            arrow.name() + " " + LadderText.time(arrow.at()) + " "
                                    + arrow.label()
                                    + (arrow.transfer().isRepeat() ? ", again" : "")
                                    + (arrow.transfer().isLost() ? ", lost" : ""))
                    .leaf("pre", arrow.transfer().message().text().replace("\r\n", "\n"))
                    .close();
        }
        return page.close().close().close().toString();
    }
}
