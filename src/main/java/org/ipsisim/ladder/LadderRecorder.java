package org.ipsisim.ladder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.sip.transaction.Hop;
import org.ipsisim.sip.transaction.Journal;
import org.ipsisim.sip.transaction.Transfer;

/** Writes down a ladder while its messages are sent. */
public final class LadderRecorder {
    private final List<Ladder.End> ends = new ArrayList<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<Ladder.Rung> rungs = new ArrayList<>();

    /** Adds an end, to the right of those that are there. */
    public void end(String name, Hop at) {
        places.put(at.toString(), ends.size());
        ends.add(new Ladder.End(name, at.toString()));
    }

    /** Writes down a message. */
    public void sent(Transfer transfer) {
        Integer from = places.get(transfer.from().toString());
        Integer to = places.get(transfer.to().toString());
        if (from != null && to != null) {
            rungs.add(new Ladder.Arrow(transfer, from, to));
        }
    }

    /** Hears what happens inside the end that was added last. */
    public Journal journal(Agenda agenda) {
        int end = ends.size() - 1;
        return (rule, text) -> rungs.add(new Ladder.Note(agenda.now(), end, rule, text));
    }

    /** Writes down something that happens inside an end. */
    public void note(long at, int end, String rule, String text) {
        rungs.add(new Ladder.Note(at, end, rule, text));
    }

    /** What was written down. */
    public Ladder ladder(String title, String outcome) {
        return new Ladder(title, List.copyOf(ends), List.copyOf(rungs), outcome, Optional.empty());
    }
}
