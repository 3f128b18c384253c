package org.ipsisim.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextTable;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.RandomCalls;

/** What became of the random calls, by port network and by phase. */
final class RandomCallsSection {
    /** More port networks than this are only added up. */
    private static final int MOST_LINES = 16;

    private final List<PnHistory> portNetworks;
    private final RandomCalls all;

    RandomCallsSection(History history) {
        portNetworks = history.portNetworks().stream()
                .filter(pn -> pn.portNetwork().traffic().isPresent())
                .toList();
        all = Sums.of(portNetworks).randomCalls();
    }

    void write(TextPage page) throws IOException {
        if (portNetworks.isEmpty()) {
            return;
        }
        page.heading("Random calls");
        TextTable attempts = new TextTable(0, "pn", ">offered", ">delayed", ">blocked", ">lost in set-up", ">carried");
        TextTable up = new TextTable(0, "pn", ">up at start", ">dropped", ">frozen", ">up at end", ">minutes lost");
        if (portNetworks.size() <= MOST_LINES) {
            for (PnHistory pn : portNetworks) {
                add(attempts, up, String.valueOf(pn.portNetwork().number()), pn.randomCalls());
            }
        }
        if (portNetworks.size() > 1) {
            add(attempts, up, "all", all);
        }
        page.table(attempts);
        page.blank();
        page.table(up);
        writePhases(page);
        page.blank();
        page.paragraph("  ", CallWords.NOTE, Ink.FAINT);
        if (all.losses().blocked() > 0) {
            page.paragraph("  ", CallWords.reasons(all), Ink.PLAIN);
        }
    }

    private static void add(TextTable attempts, TextTable up, String who, RandomCalls calls) {
        CallLosses losses = calls.losses();
        attempts.row(
                Ink.PLAIN,
                who,
                String.valueOf(calls.offered()),
                String.valueOf(losses.delayed()),
                String.valueOf(losses.blocked()),
                String.valueOf(losses.setUpsLost()),
                String.valueOf(calls.carried()));
        up.row(
                losses.dropped() > 0 ? Ink.VERMILION : Ink.PLAIN,
                who,
                String.valueOf(calls.upAtStart()),
                String.valueOf(losses.dropped()),
                String.valueOf(calls.frozen()),
                String.valueOf(calls.upAtEnd()),
                CallWords.minutes(losses));
    }

    private void writePhases(TextPage page) throws IOException {
        Map<PnState, CallLosses> phases = Sums.lossesByState(portNetworks);
        if (phases.isEmpty()) {
            return;
        }
        TextTable table =
                new TextTable(0, "lost in phase", ">delayed", ">blocked", ">in set-up", ">dropped", ">minutes lost");
        for (Map.Entry<PnState, CallLosses> phase : phases.entrySet()) {
            CallLosses losses = phase.getValue();
            table.row(
                    Ink.PLAIN,
                    phase.getKey().phase(),
                    String.valueOf(losses.delayed()),
                    String.valueOf(losses.blocked()),
                    String.valueOf(losses.setUpsLost()),
                    String.valueOf(losses.dropped()),
                    CallWords.minutes(losses));
        }
        page.blank();
        page.table(table);
    }
}
