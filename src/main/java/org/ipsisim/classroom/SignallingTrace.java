package org.ipsisim.classroom;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsisim.document.Json;
import org.ipsisim.history.Words;

/** Who has said what to whom by way of the server: the last messages of a class, for a drawing as a ladder. */
final class SignallingTrace {
    private static final int MOST_ENTRIES = 5000;
    private static final int MOST_PEOPLE = 1000;

    /** What stands for the server, and for everybody, among the ids of people. */
    static final String SERVER = "server";

    static final String ALL = "all";

    /**
     * A message, or several of one kind in a row.
     *
     * @param at milliseconds from the start of the class
     * @param from id of a person, or {@link #SERVER}
     * @param to id of a person, {@link #SERVER} or {@link #ALL}
     */
    private record Entry(long at, String from, String to, String type, int count) {
        boolean isLike(Entry other) {
            return from.equals(other.from) && to.equals(other.to) && type.equals(other.type);
        }
    }

    private final long startedAt;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Map<String, Person> people = new LinkedHashMap<>();

    SignallingTrace(long startedAt) {
        this.startedAt = startedAt;
    }

    /** Adds a message; moves of the cursor in a row count as one. */
    void add(long now, String from, String to, String type) {
        Entry next = new Entry(now - startedAt, from, to, type, 1);
        Entry last = entries.peekLast();
        if (last != null && type.equals("cursor") && last.isLike(next)) {
            entries.removeLast();
            next = new Entry(last.at, from, to, type, last.count + 1);
        }
        entries.addLast(next);
        if (entries.size() > MOST_ENTRIES) {
            entries.removeFirst();
        }
    }

    /** Adds somebody who takes part. Of many, those whose messages are forgotten are forgotten as well. */
    void add(Person person) {
        if (people.size() >= MOST_PEOPLE) {
            Set<String> named = new HashSet<>();
            entries.forEach(entry -> named.addAll(List.of(entry.from, entry.to)));
            people.keySet().retainAll(named);
        }
        people.put(person.id(), person);
    }

    String json() {
        List<Entry> listed = new ArrayList<>(entries);
        return Json.compact(json -> json.number("format", 1)
                .objects(
                        "people",
                        people.values(),
                        (one, person) -> one.text("id", person.id())
                                .text("name", person.name())
                                .text("role", person.role().key()))
                .objects(
                        "messages",
                        listed,
                        (one, entry) -> one.number("at", Words.decimalSeconds(entry.at))
                                .text("from", entry.from)
                                .text("to", entry.to)
                                .text("type", entry.type)
                                .number("count", entry.count)));
    }
}
