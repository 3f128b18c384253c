package org.ipsisim.study.sweep;

import java.io.IOException;
import java.io.Writer;
import org.ipsisim.document.CsvRow;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Values;

/**
 * A sweep as a table: one row for each setting, in the order of the grid.
 *
 * <ul>
 *   <li>one column for each key that is varied, with its value
 *   <li>one for each measure, as in the JSON results, such as {@code callsDropped}; times are in seconds
 *   <li>{@code pareto}: whether nothing beats the setting; {@code recommended}: whether it is the one to take
 * </ul>
 */
public final class SweepCsv {
    private SweepCsv() {}

    /** Writes the table; flushes the writer and leaves it open. */
    public static void write(SweepAnswer answer, Writer out) throws IOException {
        Sweep sweep = answer.sweep();
        CsvRow header = CsvRow.of();
        for (Axis axis : sweep.plan().choices().axes()) {
            header.text(axis.key());
        }
        for (Measure measure : Measure.values()) {
            header.text(measure.jsonName());
        }
        out.write(header.text("pareto").text("recommended").line());
        SweepWords words = new SweepWords(answer);
        for (int choice = 0; choice < sweep.costs().size(); choice++) {
            CsvRow row = CsvRow.of();
            words.valuesOf(choice).forEach(row::text);
            Cost cost = sweep.costs().get(choice);
            for (Measure measure : Measure.values()) {
                Values.add(row, measure, measure.of(cost));
            }
            row.text(String.valueOf(answer.isOnFront(choice)));
            row.text(String.valueOf(choice == answer.recommended().getAsInt()));
            out.write(row.line());
        }
        out.flush();
    }
}
