package org.ipsisim.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.History;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.PhoneHappening;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;

/**
 * One or more things that went wrong, or were ordered, at the same time, with all that came of them. All failures of one
 * flap are one incident; so are all heartbeats that were lost by chance.
 *
 * @param entries of the trace: those that nothing else led to, and what they led to, in order
 * @param troubles of port networks that began with it, by number
 */
record RunIncident(List<TraceEntry> entries, List<Trouble> troubles) {
    /**
     * What one port network went through because of an incident.
     *
     * @param spans when it was not in service; after each stretch of them, where it came back, a span without length
     */
    record Trouble(PnHistory pn, List<PnSpan> spans) {
        long outage() {
            return sum(spans.stream().filter(span -> span.state().isOutage()));
        }

        long degraded() {
            return sum(spans.stream().filter(span -> span.state().isDegraded()));
        }

        /** Whether heartbeats were missed, and nothing else. */
        boolean isCalm() {
            return spans.stream()
                    .allMatch(span -> span.state() == PnState.CONTACT_LOST || span.state() == PnState.IN_SERVICE);
        }

        private static long sum(Stream<PnSpan> some) {
            return some.mapToLong(PnSpan::length).sum();
        }
    }

    /** The incidents of a run, by time. */
    static List<RunIncident> of(History history) {
        return new Search(history).incidents();
    }

    /** When it began, in milliseconds. */
    long from() {
        return entries.isEmpty() ? 0 : entries.get(0).at();
    }

    /** What nothing else led to, without what only mends. */
    List<TraceEntry> causes() {
        return entries.stream()
                .filter(entry -> entry.isRoot() && !isMended(entry))
                .toList();
    }

    /** What stopped working, as a cause or because of one. */
    List<TraceEntry> failures() {
        return entries.stream()
                .filter(entry -> entry.is(NetworkHappening.Failed.class))
                .toList();
    }

    /** Whether no port network was out or turned a call away, no call dropped, and no phone was out. */
    boolean isFree() {
        return outage() == 0
                && troubles.stream().allMatch(trouble -> trouble.degraded() == 0)
                && entries.stream().noneMatch(entry -> entry.is(PnHappening.CallLoss.class, PhoneHappening.class));
    }

    /** Time without service of all port networks, in milliseconds. */
    long outage() {
        return troubles.stream().mapToLong(Trouble::outage).sum();
    }

    private static boolean isMended(TraceEntry entry) {
        return entry.is(NetworkHappening.Restored.class, NetworkHappening.DegradationEnded.class);
    }

    private static final class Search {
        /** The key of what is lost by chance, and of what is wrong from the start. */
        private static final Object BY_CHANCE = "";

        private final History history;
        private final List<RunIncident> all = new ArrayList<>();
        private final Map<Object, RunIncident> byKey = new LinkedHashMap<>();
        private final Map<Long, RunIncident> byTime = new HashMap<>();
        private final Map<Subject, RunIncident> lastOf = new HashMap<>();
        private final Map<Integer, RunIncident> byEntry = new HashMap<>();

        Search(History history) {
            this.history = history;
        }

        List<RunIncident> incidents() {
            for (TraceEntry entry : history.trace()) {
                RunIncident incident = entry.isRoot() ? ofRoot(entry) : ofEntry(entry.cause());
                incident.entries.add(entry);
                byEntry.put(entry.id(), incident);
                if (entry.is(NetworkHappening.class) && !isMended(entry)) {
                    lastOf.put(entry.subject(), incident);
                }
            }
            for (PnHistory pn : history.portNetworks()) {
                addTroubles(pn);
            }
            return all.stream()
                    .sorted(Comparator.comparingLong(RunIncident::from))
                    .toList();
        }

        private RunIncident ofRoot(TraceEntry root) {
            if (root.is(PnHappening.Contact.class)) {
                return ofKey(BY_CHANCE);
            }
            RunIncident broken = isMended(root) ? lastOf.get(root.subject()) : null;
            Object key = root.event() > 0 ? root.event() : "entry " + root.id();
            RunIncident incident = broken != null
                    ? broken
                    : byKey.computeIfAbsent(key, any -> byTime.computeIfAbsent(root.at(), at -> empty()));
            byTime.putIfAbsent(root.at(), incident);
            return incident;
        }

        private RunIncident ofEntry(int id) {
            return Objects.requireNonNull(byEntry.get(id));
        }

        private RunIncident ofKey(Object key) {
            return byKey.computeIfAbsent(key, any -> empty());
        }

        private RunIncident empty() {
            RunIncident incident = new RunIncident(new ArrayList<>(), new ArrayList<>());
            all.add(incident);
            return incident;
        }

        private void addTroubles(PnHistory pn) {
            List<TraceEntry> own = history.trace().ofPn(pn.portNetwork().number());
            int next = 0;
            boolean wasOut = false;
            List<PnSpan> spans = List.of();
            for (PnSpan span : pn.timeline()) {
                boolean isOut = span.state() != PnState.IN_SERVICE;
                if (isOut && !wasOut) {
                    while (next < own.size() && own.get(next).at() < span.from()) {
                        next++;
                    }
                    boolean isTold = next < own.size() && own.get(next).at() == span.from();
                    spans = spansOf(isTold ? ofEntry(own.get(next).id()) : ofKey(BY_CHANCE), pn);
                }
                if (isOut) {
                    spans.add(span);
                } else if (wasOut) {
                    spans.add(new PnSpan(span.from(), span.from(), span.state(), span.controller()));
                }
                wasOut = isOut;
            }
        }

        private static List<PnSpan> spansOf(RunIncident incident, PnHistory pn) {
            List<Trouble> troubles = incident.troubles;
            if (troubles.isEmpty() || troubles.get(troubles.size() - 1).pn() != pn) {
                troubles.add(new Trouble(pn, new ArrayList<>()));
            }
            return troubles.get(troubles.size() - 1).spans();
        }
    }
}
