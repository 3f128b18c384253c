package org.ipsisim.console;

import java.util.List;
import java.util.Optional;

/** Reads the lines of one page, from its command or title to the next prompt; this one finds nothing in them. */
class PageReader {
    final Claims claims;
    private boolean titled;

    PageReader(Claims claims) {
        this.claims = claims;
    }

    /** Whether its title has been seen: the next title begins another page. */
    final boolean isTitled() {
        return titled;
    }

    final void titled(CaptureLine line) {
        titled = true;
        title(line);
    }

    /** Reads its title. */
    void title(CaptureLine line) {}

    /** Reads the headings of its columns. */
    void heading(CaptureLine line) {}

    /**
     * Reads what begins at a line.
     *
     * @return how many lines that was; 0 if the line holds nothing of the page
     */
    int read(List<CaptureLine> lines, int at) {
        return 0;
    }

    /** The next line if it can be the rest of a wrapped one. */
    static Optional<CaptureLine> rest(List<CaptureLine> lines, int at) {
        return at + 1 < lines.size()
                        && !lines.get(at + 1).text().isBlank()
                        && !Layout.isBoundary(lines.get(at + 1).text())
                ? Optional.of(lines.get(at + 1))
                : Optional.empty();
    }
}
