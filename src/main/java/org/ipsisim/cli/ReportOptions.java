package org.ipsisim.cli;

import java.io.File;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.ipsisim.report.chart.Png;
import org.ipsisim.report.page.Cover;

/** What a report for a customer shows besides the run. */
final class ReportOptions {
    private static final Option<String> FOR = text("--for", "CUSTOMER", "Names the customer on the report.");
    private static final Option<String> BY = text("--by", "AUTHOR", "Names the author on the report.");
    private static final Option<LocalDate> DATE = Option.value(
            "--date",
            "DATE",
            LocalDate.class,
            ReportOptions::date,
            "Puts a date on the report, such as 2026-11-20 (default: none).");
    private static final Option<File> LOGO =
            Option.file("--logo", "FILE", "Puts an image on the report: a PNG of at most 512 KB.");
    static final Option<Boolean> PDF = Option.flag("--pdf", "Adds report.pdf to the report.");
    static final Option<?>[] ALL = {FOR, BY, DATE, LOGO, PDF};
    private static final int MOST_BYTES = 512 * 1024;

    private ReportOptions() {}

    private static Option<String> text(String name, String label, String description) {
        return Option.value(name, label, String.class, words -> words, description);
    }

    private static LocalDate date(String text) {
        return Option.parsed(text, LocalDate::parse, "a date such as 2026-11-20");
    }

    /**
     * What a line asks for.
     *
     * @param hasReport whether there is a report to show it
     * @throws Refused if the logo cannot be read, or is not a PNG
     */
    static Cover cover(Line line, boolean hasReport, Terminal terminal) throws Refused {
        Optional<String> first =
                Arrays.stream(ALL).filter(line::has).map(Option::name).findFirst();
        if (first.isPresent() && !hasReport) {
            throw line.wrong(first.get() + " needs --report");
        }
        boolean isNone =
                first.isEmpty() && line.find(BY).isEmpty() && line.find(LOGO).isEmpty();
        return isNone || !hasReport
                ? Cover.NONE
                : new Cover(
                        line.find(FOR).orElse(""),
                        line.find(BY).orElse(""),
                        line.find(DATE).map(LocalDate::toString).orElse(""),
                        logo(line, terminal),
                        Program.version());
    }

    private static String logo(Line line, Terminal terminal) throws Refused {
        Optional<File> file = line.find(LOGO);
        if (file.isEmpty()) {
            return "";
        }
        String name = file.get().getPath();
        byte[] bytes = terminal.content(name, MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw Refused.input(name + ": a logo has at most 512 KB");
        }
        if (!Png.isImage(bytes)) {
            throw Refused.input(name + ": is not a PNG image of at most 4000 x 4000 pixels, and a logo is one");
        }
        return Base64.getEncoder().encodeToString(bytes);
    }
}
