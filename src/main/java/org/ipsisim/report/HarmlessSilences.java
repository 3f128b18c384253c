package org.ipsisim.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;
import org.jspecify.annotations.Nullable;

/**
 * The many entries of a trace that only say that contact was lost and came back without a reset. A report counts them by
 * root cause and by port network or IPSI.
 */
public final class HarmlessSilences {
    /** Many losses of contact of one subject that have one root. */
    public record Many(ContactLosses losses, TraceEntry first) {}

    private record Pair(TraceEntry lost, TraceEntry restored) {}

    private final Map<Integer, Many> byFirst = new HashMap<>();
    private final Set<Integer> left = new HashSet<>();

    /** Of a run. */
    public HarmlessSilences(History history) {
        Map<Integer, Integer> roots = new HashMap<>();
        Map<Subject, TraceEntry> open = new HashMap<>();
        Map<Integer, Pair> pairs = new LinkedHashMap<>();
        for (TraceEntry entry : history.trace()) {
            int cause = entry.cause();
            boolean isCalm = entry.is(PnHappening.Contact.class);
            roots.put(entry.id(), cause == 0 ? isCalm ? 0 : entry.id() : roots.getOrDefault(cause, 0));
            TraceEntry lost = open.remove(entry.subject());
            if (entry.is(PnHappening.ContactLost.class)) {
                open.put(entry.subject(), entry);
            } else if (entry.is(PnHappening.ContactRestored.class) && lost != null) {
                Pair pair = new Pair(lost, entry);
                pairs.put(lost.id(), pair);
                pairs.put(entry.id(), pair);
                continue;
            }
            Pair consequential = pairs.get(cause);
            if (consequential != null) {
                pairs.remove(consequential.lost.id());
                pairs.remove(consequential.restored.id());
            }
        }
        Map<List<Object>, Many> groups = new LinkedHashMap<>();
        Map<List<Object>, Set<Integer>> ids = new HashMap<>();
        for (Map.Entry<Integer, Pair> entry : pairs.entrySet()) {
            Pair pair = entry.getValue();
            List<Object> key = List.of(roots.getOrDefault(pair.lost.id(), 0), pair.lost.subject());
            ids.computeIfAbsent(key, group -> new HashSet<>()).add(entry.getKey());
            if (entry.getKey() == pair.lost.id()) {
                groups.computeIfAbsent(key, group -> new Many(new ContactLosses(), pair.lost))
                        .losses
                        .add(pair.lost.at(), pair.restored.at());
            }
        }
        for (Map.Entry<List<Object>, Many> group : groups.entrySet()) {
            Many many = group.getValue();
            if (many.losses.areMany()) {
                byFirst.put(many.first.id(), many);
                left.addAll(ids.getOrDefault(group.getKey(), Set.of()));
            }
        }
    }

    /** Whether an entry is one of many. */
    public boolean has(TraceEntry entry) {
        return left.contains(entry.id());
    }

    /** The summary that replaces an entry; null if there is none. */
    @Nullable
    Many startingWith(TraceEntry entry) {
        return byFirst.get(entry.id());
    }
}
