package org.ipsisim.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextStyle;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.history.PhoneSample;
import org.ipsisim.history.PopulationHistory;

/**
 * Neighbouring columns of a drawing in text in which the same share of a population of phones is in service.
 *
 * @param tenths of the phones, rounded down; ten only if all are in service
 * @param length how many columns they are
 */
public record PhoneMarks(int tenths, int length) {
    private static final int ALL = 10;

    /**
     * The columns of a population; each shows the fewest phones in service in its time.
     *
     * @param from where the first column starts, in milliseconds
     * @param step milliseconds of a column
     * @param end the last millisecond shown, not before {@code from}
     */
    public static List<PhoneMarks> of(PopulationHistory phones, long from, long step, long end) {
        int all = phones.population().size();
        int[] fewest = new int[(int) ((end - from) / step) + 1];
        Arrays.fill(fewest, all);
        List<PhoneSample> samples = phones.samplesBetween(from, end);
        for (int i = 0; i < samples.size(); i++) {
            long to = i + 1 < samples.size() ? samples.get(i + 1).at() : end + 1;
            int inService = samples.get(i).in(PhoneState.IN_SERVICE);
            int last = (int) ((to - 1 - from) / step);
            for (int column = (int) (Math.max(0, samples.get(i).at() - from) / step); column <= last; column++) {
                fewest[column] = Math.min(fewest[column], inService);
            }
        }
        List<PhoneMarks> marks = new ArrayList<>();
        for (int start = 0; start < fewest.length; ) {
            int tenths = tenths(fewest[start], all);
            int next = start;
            while (next < fewest.length && tenths(fewest[next], all) == tenths) {
                next++;
            }
            marks.add(new PhoneMarks(tenths, next - start));
            start = next;
        }
        return marks;
    }

    private static int tenths(int inService, int all) {
        return (int) ((long) inService * ALL / all);
    }

    /** Its columns: a line where all are in service, else a digit. */
    public String text(TextStyle style) {
        String one = tenths < ALL ? String.valueOf(tenths) : style.unicode() ? "─" : "-";
        return one.repeat(length);
    }

    /** Its colour. */
    public Ink ink() {
        return tenths == ALL ? Ink.GREEN : tenths == 0 ? Ink.PURPLE : Ink.ORANGE;
    }

    /** Whether all phones are in service. */
    public boolean isAll() {
        return tenths == ALL;
    }
}
