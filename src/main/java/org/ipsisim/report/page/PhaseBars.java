package org.ipsisim.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipsisim.document.Markup;
import org.ipsisim.document.Table;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.Words;
import org.ipsisim.report.Phases;
import org.ipsisim.report.PnGroup;
import org.ipsisim.report.RunTables;
import org.ipsisim.report.timeline.BandState;

/** The table of phases with a bar for each row; the longest bar is the longest sum. */
final class PhaseBars {
    private static final int BAR_WIDTH = 200;

    private PhaseBars() {}

    static Table<PnGroup> table(List<PnGroup> groups) {
        long longest = groups.stream()
                .mapToLong(group -> Phases.of(group.first()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .max()
                .orElse(0);
        return RunTables.phases(groups).drawn("shares", (group, cell) -> bar(cell, Phases.of(group.first()), longest));
    }

    private static void bar(Markup page, Map<PnState, Long> phases, long longest) {
        if (phases.isEmpty()) {
            return;
        }
        String words = phases.entrySet().stream()
                .map(phase -> words(phase.getKey(), phase.getValue()))
                .collect(Collectors.joining(", "));
        page.open("svg", "class", "bar", "viewBox", "0 0 " + BAR_WIDTH + " 12", "role", "img", "aria-label", words);
        long before = 0;
        for (Map.Entry<PnState, Long> phase : phases.entrySet()) {
            PnState state = phase.getKey();
            page.fill(
                    "<g><title>%</title><rect class='tl-%' x='%' width='%' height='12' fill='%'/></g>",
                    words(state, phase.getValue()),
                    state.key(),
                    share(before, longest),
                    share(phase.getValue(), longest),
                    SvgLook.fill(BandState.of(state)));
            before += phase.getValue();
        }
        page.end();
    }

    private static String words(PnState state, long millis) {
        return state.words() + " " + Words.duration(millis);
    }

    private static String share(long millis, long whole) {
        return BigDecimal.valueOf(millis)
                .multiply(BigDecimal.valueOf(BAR_WIDTH))
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
