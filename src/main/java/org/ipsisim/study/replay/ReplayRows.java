package org.ipsisim.study.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.history.Words;
import org.ipsisim.study.Cost;

/** The cells of the tables about replayed outages. */
public final class ReplayRows {
    private final Replay replay;
    private final ReplayWords words;

    /** The rows of a replay. */
    public ReplayRows(Replay replay) {
        this.replay = replay;
        this.words = new ReplayWords(replay);
    }

    /** The heads over the columns of costs; with the other setting, what it would have saved. */
    public List<String> costHeads() {
        return List.of("outage", "calls", replay.b().isPresent() ? "saves" : "failovers", "and calls")
                .subList(0, replay.b().isPresent() ? 4 : 3);
    }

    /** When, what, how long, which port networks, and what it cost them together; a row for each outage. */
    public List<List<String>> outages() {
        List<List<String>> rows = new ArrayList<>();
        for (Replay.Outage outage : replay.outages()) {
            List<String> row = new ArrayList<>(List.of(
                    words.time(outage.incident().start()),
                    outage.incident().target().name(),
                    words.length(outage),
                    ReplayWords.struck(outage.a())));
            addCosts(row, Replay.sum(outage.a()), outage.b().map(Replay::sum));
            rows.add(row);
        }
        return rows;
    }

    /** The total of each port network, and of all. */
    public List<List<String>> totals() {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<Integer, Cost> pn : replay.a().entrySet()) {
            List<String> row = new ArrayList<>(List.of(pn.getKey().toString()));
            addCosts(row, pn.getValue(), replay.b().map(b -> b.get(pn.getKey())));
            rows.add(row);
        }
        List<String> all = new ArrayList<>(List.of("all"));
        addCosts(all, Replay.sum(replay.a()), replay.b().map(Replay::sum));
        rows.add(all);
        return rows;
    }

    private static void addCosts(List<String> row, Cost a, Optional<Cost> b) {
        row.add(Words.duration(a.totals().outage()));
        row.add(String.valueOf(a.totals().callsDropped()));
        if (b.isEmpty()) {
            row.add(String.valueOf(a.totals().failovers()));
        } else {
            long outage = a.totals().outage() - b.get().totals().outage();
            row.add((outage < 0 ? "-" : "") + Words.duration(Math.abs(outage)));
            row.add(String.valueOf(a.totals().callsDropped() - b.get().totals().callsDropped()));
        }
    }
}
