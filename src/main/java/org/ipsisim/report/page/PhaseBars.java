package org.ipsisim.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.ipsisim.document.Markup;
import org.ipsisim.document.Table;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.Words;
import org.ipsisim.report.PhaseCharge;
import org.ipsisim.report.Phases;
import org.ipsisim.report.PnGroup;
import org.ipsisim.report.RunTables;
import org.ipsisim.report.timeline.ChartStyle;

/** The table of phases with a bar for each row; the longest bar is the longest sum. */
final class PhaseBars {
    private static final int BAR_WIDTH = 200;
    private static final int BAR_HEIGHT = 12;

    private PhaseBars() {}

    static Table<PnGroup> table(Report report) {
        List<PnGroup> groups = report.portNetworks();
        long longest = groups.stream()
                .mapToLong(group -> sum(Phases.of(group.first())))
                .max()
                .orElse(0);
        return RunTables.phases(groups).drawn("shares", (group, cell) -> {
            List<PhaseCharge> charges = Phases.of(group.first());
            if (!charges.isEmpty()) {
                bar(cell, charges, longest);
            }
        });
    }

    private static void bar(Markup page, List<PhaseCharge> charges, long longest) {
        StringBuilder words = new StringBuilder();
        charges.forEach(charge -> words.append(words.isEmpty() ? "" : ", ")
                .append(charge.state().words())
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
                    .inline("title", state.words() + " " + Words.duration(charge.millis()))
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
