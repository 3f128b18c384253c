package org.ipsisim.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.ipsisim.document.HtmlTables;
import org.ipsisim.document.Markup;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.Words;
import org.ipsisim.report.PhaseCharge;
import org.ipsisim.report.Phases;
import org.ipsisim.report.timeline.ChartStyle;

/** Writes the table of phases with a bar for each row; the longest bar is the longest sum. */
final class PhaseBars {
    private static final int BAR_WIDTH = 200;
    private static final int BAR_HEIGHT = 12;

    private final Markup page;

    PhaseBars(Markup page) {
        this.page = page;
    }

    void write(Report report) {
        List<List<PhaseCharge>> rows =
                report.groups().stream().map(group -> Phases.of(group.first())).toList();
        long longest = rows.stream().mapToLong(PhaseBars::sum).max().orElse(0);
        new HtmlTables(page).write(ReportTables.phases(report.groups()), "Shares", row -> {
            if (!rows.get(row).isEmpty()) {
                bar(rows.get(row), longest);
            }
        });
    }

    private void bar(List<PhaseCharge> charges, long longest) {
        StringBuilder words = new StringBuilder();
        charges.forEach(charge -> words.append(words.isEmpty() ? "" : ", ")
                .append(charge.state().phase())
                .append(' ')
                .append(Words.duration(charge.millis())));
        page.open(
                "svg",
                "class",
                "bar",
                "viewBox",
                "0 0 " + BAR_WIDTH + " " + BAR_HEIGHT,
                "role",
                "img",
                "aria-label",
                words.toString());
        long before = 0;
        for (PhaseCharge charge : charges) {
            PnState state = charge.state();
            page.open("g")
                    .inline("title", state.phase() + " " + Words.duration(charge.millis()))
                    .empty(
                            "rect",
                            "class",
                            "tl-" + state.key(),
                            "x",
                            share(before, longest),
                            "width",
                            share(charge.millis(), longest),
                            "height",
                            String.valueOf(BAR_HEIGHT),
                            "fill",
                            SvgLook.fill(state, ChartStyle.standard()))
                    .end();
            before += charge.millis();
        }
        page.end();
    }

    private static String share(long millis, long whole) {
        return BigDecimal.valueOf(millis)
                .multiply(BigDecimal.valueOf(BAR_WIDTH))
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static long sum(List<PhaseCharge> charges) {
        return charges.stream().mapToLong(PhaseCharge::millis).sum();
    }
}
