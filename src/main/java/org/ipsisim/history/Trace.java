package org.ipsisim.history;

import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened in a run, in order: a list of entries that can be asked what led to each of them, and what
 * happened to whom. It does not change, and threads can share it.
 */
public final class Trace extends AbstractList<TraceEntry> implements RandomAccess {
    private static final Comparator<TraceEntry> BY_ID = Comparator.comparingInt(TraceEntry::id);

    private final List<TraceEntry> entries;
    private @Nullable volatile Map<Subject, List<TraceEntry>> bySubject;
    private @Nullable volatile Map<Integer, List<TraceEntry>> byPn;

    /** @param entries in order; their ids count from 1 */
    public Trace(List<TraceEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    @Override
    public TraceEntry get(int index) {
        return entries.get(index);
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public Stream<TraceEntry> stream() {
        return entries.stream();
    }

    /** The entry with an id; none for 0, the scenario. */
    public Optional<TraceEntry> find(int id) {
        return id < 1 || id > entries.size() ? Optional.empty() : Optional.of(entries.get(id - 1));
    }

    /** The entry that led to another one; none if the scenario did. */
    public Optional<TraceEntry> causeOf(TraceEntry entry) {
        return find(entry.cause());
    }

    /** Whether what led to an entry is of one of some kinds. */
    public boolean isCausedBy(TraceEntry entry, Class<?>... kinds) {
        return causeOf(entry).filter(cause -> cause.is(kinds)).isPresent();
    }

    /** The first of the causes of an entry, itself if nothing in the run led to it. */
    public TraceEntry rootOf(TraceEntry entry) {
        return chainOf(entry).get(0);
    }

    /** An entry with all that led to it, the root first. */
    public List<TraceEntry> chainOf(TraceEntry entry) {
        Deque<TraceEntry> chain = new ArrayDeque<>();
        Optional<TraceEntry> link = Optional.of(entry);
        while (link.isPresent()) {
            chain.addFirst(link.get());
            link = causeOf(link.get());
        }
        return List.copyOf(chain);
    }

    /** What has happened to a subject, in order. */
    public List<TraceEntry> of(Subject subject) {
        if (bySubject == null) {
            bySubject = indexed(TraceEntry::subject);
        }
        return bySubject.getOrDefault(subject, List.of());
    }

    /** What has happened to a port network and its IPSIs, in order. */
    public List<TraceEntry> ofPn(int number) {
        if (byPn == null) {
            byPn = indexed(entry -> entry.subject().pn());
        }
        return byPn.getOrDefault(number, List.of());
    }

    private <K> Map<K, List<TraceEntry>> indexed(Function<TraceEntry, K> key) {
        Map<K, List<TraceEntry>> index = new HashMap<>();
        for (TraceEntry entry : entries) {
            index.computeIfAbsent(key.apply(entry), any -> new ArrayList<>()).add(entry);
        }
        return Collections.unmodifiableMap(index);
    }

    /** All entries of a kind, in order. */
    public Stream<TraceEntry> all(Class<?> kind) {
        return entries.stream().filter(entry -> entry.is(kind));
    }

    /** The first entry of a kind about a subject. */
    public Optional<TraceEntry> first(Class<?> kind, Subject subject) {
        return of(subject).stream().filter(entry -> entry.is(kind)).findFirst();
    }

    /** The first entry of a kind about the same subject after another entry. */
    public Optional<TraceEntry> next(Class<?> kind, TraceEntry after) {
        List<TraceEntry> own = of(after.subject());
        for (int i = Collections.binarySearch(own, after, BY_ID) + 1; i < own.size(); i++) {
            if (own.get(i).is(kind)) {
                return Optional.of(own.get(i));
            }
        }
        return Optional.empty();
    }

    /** The last entry of a kind about a subject up to a time in milliseconds, the time included. */
    public Optional<TraceEntry> last(Class<?> kind, Subject subject, long until) {
        return last(subject, until, entry -> entry.is(kind));
    }

    /** The last entry about a subject up to a time in milliseconds, the time included, for which a condition holds. */
    public Optional<TraceEntry> last(Subject subject, long until, Predicate<TraceEntry> condition) {
        List<TraceEntry> own = until(of(subject), until);
        for (int i = own.size() - 1; i >= 0; i--) {
            if (condition.test(own.get(i))) {
                return Optional.of(own.get(i));
            }
        }
        return Optional.empty();
    }

    /** Those of some entries, in order, that are up to a time in milliseconds, the time included; by binary search. */
    public static List<TraceEntry> until(List<TraceEntry> entries, long until) {
        int count = 0;
        int beyond = entries.size();
        while (count < beyond) {
            int middle = (count + beyond) >>> 1;
            if (entries.get(middle).at() <= until) {
                count = middle + 1;
            } else {
                beyond = middle;
            }
        }
        return entries.subList(0, count);
    }
}
