package org.ipsisim.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextTable;
import org.ipsisim.history.History;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;

/**
 * What happened and why: under each event of the scenario what it led to, in order of time. Port networks to which the
 * same happened at the same time share a line.
 */
final class TraceSection {
    private static final int MOST_ROWS = 60;

    /** The column of subjects is no wider than this. */
    private static final int WIDEST_SUBJECTS = 20;

    private record Row(long at, String text, List<Subject> subjects) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            return Long.compare(at, other.at);
        }
    }

    private final List<List<Row>> blocks = new ArrayList<>();

    TraceSection(History history) {
        Map<Integer, Integer> blockOf = new HashMap<>();
        List<Map<String, Row>> rows = new ArrayList<>();
        HarmlessSilences calm = new HarmlessSilences(history);
        for (TraceEntry entry : history.trace()) {
            HarmlessSilences.Many many = calm.startingWith(entry);
            if (calm.has(entry) && many == null) {
                continue;
            }
            Integer block = blockOf.get(entry.cause());
            if (block == null) {
                block = rows.size();
                rows.add(new LinkedHashMap<>());
            }
            blockOf.put(entry.id(), block);
            String text = many == null ? history.textOf(entry) : words(many);
            String key = entry.at() + "|" + entry.what().type() + "|" + text;
            Row row = rows.get(block).get(key);
            if (row == null) {
                row = new Row(entry.at(), text, new ArrayList<>());
                rows.get(block).put(key, row);
            }
            if (!row.subjects.contains(entry.subject())) {
                row.subjects.add(entry.subject());
            }
        }
        for (Map<String, Row> block : rows) {
            List<Row> inTime = new ArrayList<>(block.values());
            Collections.sort(inTime);
            blocks.add(inTime);
        }
    }

    private static String words(HarmlessSilences.Many many) {
        return many.losses().words() + ", until " + Words.duration(many.losses().lastEnd()) + ", without a reset";
    }

    void write(TextPage page) throws IOException {
        if (blocks.isEmpty()) {
            return;
        }
        page.heading("What happened, under what led to it");
        TextTable table = new TextTable(1, "at", "who", "what").limit(1, WIDEST_SUBJECTS);
        int left = 0;
        int shown = 0;
        for (List<Row> block : blocks) {
            String indent = "";
            for (Row row : block) {
                if (shown == MOST_ROWS) {
                    left++;
                    continue;
                }
                shown++;
                table.row(
                        indent.isEmpty() ? Ink.BOLD : Ink.PLAIN,
                        Words.duration(row.at),
                        indent + Subjects.brief(row.subjects),
                        row.text);
                indent = "  ";
            }
        }
        page.table(table);
        if (left > 0) {
            page.blank();
            page.paragraph("  ", "and " + left + " more lines; the NDJSON output has every entry", Ink.FAINT);
        }
    }
}
