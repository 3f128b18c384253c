package org.ipsisim.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.history.History;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;

/**
 * Something that happened at one time to one or more subjects.
 *
 * @param at milliseconds from the start
 * @param text what happened
 * @param subjects to whom
 * @param isRoot whether it led to the rows below it, up to the next root
 */
record TraceRow(long at, String text, List<Subject> subjects, boolean isRoot) {
    /**
     * A trace in few rows: under each event of the scenario what it led to, by time. Subjects to which the same happened
     * at the same time share a row.
     */
    static List<TraceRow> of(History history) {
        Map<Integer, Integer> blockOf = new HashMap<>();
        List<Map<String, TraceRow>> blocks = new ArrayList<>();
        HarmlessSilences calm = new HarmlessSilences(history);
        for (TraceEntry entry : history.trace()) {
            HarmlessSilences.Many many = calm.startingWith(entry);
            if (calm.has(entry) && many == null) {
                continue;
            }
            Integer block = blockOf.get(entry.cause());
            if (block == null) {
                block = blocks.size();
                blocks.add(new LinkedHashMap<>());
            }
            blockOf.put(entry.id(), block);
            Map<String, TraceRow> rows = blocks.get(block);
            boolean isRoot = rows.isEmpty();
            String text = many == null ? history.textOf(entry) : words(many, history);
            List<Subject> subjects = rows.computeIfAbsent(
                            entry.at() + "|" + entry.what().type() + "|" + text,
                            key -> new TraceRow(entry.at(), text, new ArrayList<>(), isRoot))
                    .subjects;
            if (!subjects.contains(entry.subject())) {
                subjects.add(entry.subject());
            }
        }
        return blocks.stream()
                .flatMap(rows -> rows.values().stream().sorted(Comparator.comparingLong(TraceRow::at)))
                .toList();
    }

    private static String words(HarmlessSilences.Many many, History history) {
        return many.losses().words() + ", until "
                + history.moments().exact(many.losses().lastEnd()) + ", without a reset";
    }
}
