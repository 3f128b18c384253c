package org.ipsisim.report.page;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.ipsisim.history.History;
import org.ipsisim.history.Words;

/**
 * Who a report is for and by whom, which stands above its title.
 *
 * @param customer for whom; empty for nobody
 * @param author by whom; empty for nobody
 * @param logo a PNG file in Base64; empty for none
 * @param date of the report, such as {@code 2026-11-20}; empty for none
 * @param program name and version of the program; empty to keep them out
 */
public record Cover(String customer, String author, String date, String logo, String program) {
    /** A report for nobody in particular. */
    public static final Cover NONE = new Cover("", "", "", "", "");

    boolean hasLogo() {
        return !logo.isEmpty();
    }

    byte[] logoPng() {
        return Base64.getDecoder().decode(logo);
    }

    /** Such as {@code For Northwind Freight, by Alder Voice · 2026-11-13 · ipsisim 0.1.0}; empty if nothing was asked for. */
    String text(History history) {
        List<String> parts = new ArrayList<>();
        String people = (customer.isEmpty() ? "" : "for " + customer)
                + (customer.isEmpty() || author.isEmpty() ? "" : ", ")
                + (author.isEmpty() ? "" : "by " + author);
        if (!people.isEmpty()) {
            parts.add(Words.capital(people));
        }
        if (!equals(NONE)) {
            history.moments().clock().ifPresent(clock -> parts.add(clock.dates(history.duration())));
            if (!date.isEmpty()) {
                parts.add("report of " + date);
            }
            parts.add(program);
        }
        return String.join(" · ", parts);
    }
}
