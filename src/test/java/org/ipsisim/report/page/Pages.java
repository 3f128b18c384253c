package org.ipsisim.report.page;

import org.ipsisim.document.Document;

/** What tests of pages share. */
final class Pages {
    /** A report that recommends nothing. */
    static final Document NOTHING = new Document("", "", "");

    private Pages() {}
}
