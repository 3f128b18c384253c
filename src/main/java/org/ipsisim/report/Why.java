package org.ipsisim.report;

import java.util.List;
import org.ipsisim.history.Happening;
import org.ipsisim.history.History;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;

/** Says in a few words why a span of a port network's timeline began, from the trace and its chain of causes. */
final class Why {
    private final History history;
    private final List<TraceEntry> trace;

    Why(History history) {
        this.history = history;
        this.trace = history.trace();
    }

    /** The reason, or nothing where the trace has none, such as for what was so from the start. */
    String of(PnSpan span, String pn) {
        if (span.from() == 0) {
            return "";
        }
        return switch (span.state()) {
            case CONTACT_LOST -> rootOf(find(span, pn, "contact-lost"));
            case WARM_RESET -> silence(find(span, pn, "warm-reset"));
            case COLD_RESET -> silence(find(span, pn, "cold-reset"));
            case NO_SERVICE -> waiting(span, pn);
            case RESTARTING -> restart(span, pn);
            case IN_SERVICE -> inService(span, pn);
            case DOWN -> rootOf(find(span, pn, "pn-down"));
        };
    }

    private static String silence(TraceEntry entry) {
        if (entry != null && entry.what() instanceof Happening.WarmReset reset) {
            return "silent for " + Words.duration(reset.silence());
        }
        return entry != null && entry.what() instanceof Happening.ColdReset reset
                ? "silent for " + Words.duration(reset.silence())
                : "";
    }

    private String waiting(PnSpan span, String pn) {
        String waiting = "";
        for (TraceEntry entry : trace) {
            if (entry.at() > span.from()) {
                break;
            }
            if (entry.what() instanceof Happening.NoServiceStarted started && isOf(entry, pn)) {
                waiting = "waits until " + Words.duration(started.until());
            }
        }
        return waiting;
    }

    private String restart(PnSpan span, String pn) {
        if (find(span, pn, "taken-over") != null) {
            return Words.clusterName(span.controller(), history.mainCluster()) + " takes over";
        }
        return find(span, pn, "fell-back") != null
                ? "back to " + Words.clusterName(span.controller(), history.mainCluster())
                : rootOf(find(span, pn, "pn-restarted"));
    }

    private String inService(PnSpan span, String pn) {
        TraceEntry entry = find(span, pn, "contact-restored");
        if (entry == null) {
            entry = find(span, pn, "in-service");
        }
        if (entry == null) {
            return "";
        }
        TraceEntry cause = causeOf(entry);
        return cause != null && cause.what() instanceof Happening.PnRestarted ? "restart done" : rootOf(entry);
    }

    /** The event of the scenario that led to an entry. */
    private String rootOf(TraceEntry entry) {
        if (entry == null) {
            return "";
        }
        TraceEntry root = entry;
        for (TraceEntry cause = causeOf(root); cause != null; cause = causeOf(root)) {
            root = cause;
        }
        return root.subject() + ": " + history.textOf(root);
    }

    private TraceEntry causeOf(TraceEntry entry) {
        int id = entry.cause();
        return id < 1 || id >= entry.id() ? null : trace.get(id - 1);
    }

    private TraceEntry find(PnSpan span, String pn, String type) {
        for (TraceEntry entry : trace) {
            if (entry.at() == span.from() && entry.what().type().equals(type) && isOf(entry, pn)) {
                return entry;
            }
        }
        return null;
    }

    /** Whether an entry's subject is the port network or one of its IPSIs. */
    private static boolean isOf(TraceEntry entry, String pn) {
        String subject = entry.subject();
        if (subject.equals(pn)) {
            return true;
        }
        String number = pn.substring(pn.indexOf('-') + 1);
        return subject.equals("ipsi-" + number + 'a') || subject.equals("ipsi-" + number + 'b');
    }
}
