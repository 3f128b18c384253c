package org.ipsisim.report;

import java.util.Optional;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.Subject;
import org.ipsisim.history.Trace;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;

/** Says in a few words why a span of a port network's timeline began, from the trace and its chain of causes. */
final class Why {
    private final History history;
    private final Trace trace;

    Why(History history) {
        this.history = history;
        this.trace = history.trace();
    }

    /** The reason; empty if the trace has none, as for a state at the start. */
    String of(PnSpan span, int pn) {
        if (span.from() == 0) {
            return "";
        }
        return switch (span.state()) {
            case CONTACT_LOST -> root(find(span, pn, PnHappening.ContactLost.class));
            case WARM_RESET -> silence(find(span, pn, PnHappening.WarmReset.class));
            case COLD_RESET -> silence(find(span, pn, PnHappening.ColdReset.class));
            case NO_SERVICE -> waiting(span, pn);
            case RESTARTING -> restart(span, pn);
            case IN_SERVICE -> inService(span, pn);
            case DOWN -> root(find(span, pn, PnHappening.PnDown.class));
        };
    }

    private static String silence(Optional<TraceEntry> reset) {
        return reset.flatMap(entry -> entry.as(PnHappening.Silence.class))
                .map(silence -> "silent for " + Words.duration(silence.silence()))
                .orElse("");
    }

    private String waiting(PnSpan span, int pn) {
        Optional<TraceEntry> expiry = trace.last(PnHappening.SanityExpiry.class, Subject.pn(pn), span.from());
        if (expiry.filter(entry -> entry.is(PnHappening.RestartCalledOff.class)).isPresent()) {
            return "the restart was called off, " + silence(expiry);
        }
        return trace.last(PnHappening.NoServiceStarted.class, Subject.pn(pn), span.from())
                .flatMap(entry -> entry.as(PnHappening.NoServiceStarted.class))
                .map(started -> "waits until " + history.moments().exact(started.until()))
                .orElse("");
    }

    private String restart(PnSpan span, int pn) {
        if (find(span, pn, PnHappening.TakenOver.class).isPresent()) {
            return history.names().cluster(span.controller()) + " takes over";
        }
        return find(span, pn, PnHappening.FellBack.class).isPresent()
                ? "back to " + history.names().cluster(span.controller())
                : root(find(span, pn, PnHappening.PnRestarted.class));
    }

    private String inService(PnSpan span, int pn) {
        Optional<TraceEntry> entry =
                find(span, pn, PnHappening.ContactRestored.class).or(() -> find(span, pn, PnHappening.InService.class));
        boolean restarted = entry.filter(e -> trace.isCausedBy(e, PnHappening.PnRestarted.class))
                .isPresent();
        return restarted ? "restart done" : root(entry);
    }

    /** The event of the scenario that led to an entry. */
    private String root(Optional<TraceEntry> entry) {
        return entry.map(trace::rootOf)
                .map(root -> history.names().of(root.subject()) + ": " + history.textOf(root))
                .orElse("");
    }

    /** What happened to the port network or one of its IPSIs when a span began. */
    private Optional<TraceEntry> find(PnSpan span, int pn, Class<?> kind) {
        return trace.ofPn(pn).stream()
                .filter(entry -> entry.at() == span.from() && entry.is(kind))
                .findFirst();
    }
}
