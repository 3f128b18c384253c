package org.ipsisim.classroom;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.document.Csv;
import org.ipsisim.document.Table;

/** What has happened in a class, in order: who came, what was asked and answered, what broke, notes, and how many were lost. */
final class ClassHour {
    private static final int MOST = 10_000;

    /** Of one student, so that nobody who changes his mind without pause fills the hour of the others. */
    private static final int MOST_OF_ONE = 200;

    private static final String NOTE = "note";

    /**
     * Something that has happened.
     *
     * @param after milliseconds since the room was opened
     * @param run the number of the run that was shown
     * @param at where the class was in it, in milliseconds
     * @param who empty for the trainer
     */
    private record Entry(long after, int run, long at, String what, String who, String text) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> countByStudent = new HashMap<>();
    private final long start;

    ClassHour(long start) {
        this.start = start;
    }

    /** Writes down something; beyond the most nothing more, beyond the most of one student instead of the last of his. */
    void add(long now, int run, long at, String what, String who, String text) {
        if (!who.isEmpty() && countByStudent.merge(who, 1, Integer::sum) > MOST_OF_ONE) {
            removeLastOf(who);
        }
        if (entries.size() < MOST) {
            entries.add(new Entry(now - start, run, at, what, who, text));
        }
    }

    private void removeLastOf(String who) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).who().equals(who)) {
                entries.remove(i);
                return;
            }
        }
    }

    /** Writes down a note. What was only its beginning, while the trainer was typing, goes. */
    void addNote(long now, int run, long at, String text) {
        if (!entries.isEmpty()) {
            Entry last = entries.get(entries.size() - 1);
            if (last.what().equals(NOTE) && text.startsWith(last.text())) {
                entries.remove(last);
            }
        }
        add(now, run, at, NOTE, "", text);
    }

    void write(Writer out) throws IOException {
        Csv.write(
                Table.of(entries)
                        .seconds("seconds", Entry::after)
                        .number("run", Entry::run)
                        .seconds("moment", Entry::at)
                        .words("what", Entry::what)
                        .words("who", Entry::who)
                        .words("text", Entry::text),
                out);
    }
}
