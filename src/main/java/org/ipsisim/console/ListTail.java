package org.ipsisim.console;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.ipsisim.estate.PriorityLists;

/**
 * What follows the state of an IPSI in {@code status ess port-networks}: the controlling cluster, then the priority list, with
 * the lines into which the list has been wrapped. The controlling cluster may be missing, so the first number may belong to
 * the list.
 */
final class ListTail {
    private static final int NOT_SURE = -1;

    private final List<Integer> numbers = new ArrayList<>();
    private final int listStart;
    private boolean whole = true;
    private int furtherLines;
    private int sure = Integer.MAX_VALUE;

    /**
     * Reads the tail of a row.
     *
     * @param state the index of the state of the IPSI
     * @param last the last line that has been read
     * @param listColumn the column where the heading of the list begins; negative if the columns are not known
     */
    ListTail(LineWords words, int state, List<CaptureLine> lines, int last, int listColumn) {
        boolean star = state + 1 < words.count() && words.get(state + 1).equals("*");
        boolean clean = add(words, star ? state + 2 : state + 1);
        if (clean) {
            addFurtherLines(lines, last, listColumn < 0 ? Integer.MAX_VALUE : words.column(state));
        } else {
            numbers.clear();
        }
        listStart = star ? 0 : listStart(words, state, listColumn);
        whole &= clean && !star && listStart >= 0;
    }

    /** The clusters that are certain. */
    List<Integer> clusters() {
        return numbers.subList(0, Math.min(sure, numbers.size()));
    }

    /** The priority list, as far as it can be told. */
    List<Integer> list() {
        return numbers.subList(Math.min(numbers.size(), Math.max(0, listStart)), numbers.size());
    }

    /** Whether it is certain where the list begins and ends. */
    boolean isWhole() {
        return whole && list().size() <= PriorityLists.CAPACITY && new HashSet<>(list()).size() == list().size();
    }

    /** How many more lines it takes after the first one. */
    int furtherLines() {
        return furtherLines;
    }

    /** Adds the numbers from a word on; whether all of them are numbers of clusters. */
    private boolean add(LineWords words, int from) {
        for (int i = from; i < words.count(); i++) {
            if (!words.isNumber(i, LineWords.MOST_CLUSTER)) {
                return false;
            }
            numbers.add(words.number(i, LineWords.MOST_CLUSTER));
        }
        return true;
    }

    private void addFurtherLines(List<CaptureLine> lines, int last, int column) {
        int at = last;
        while (true) {
            boolean mayBeSplit = lines.get(at).full();
            if (mayBeSplit) {
                whole = false;
                dropLast();
                sure = Math.min(sure, numbers.size());
            }
            if (!isContinued(lines, at, column)) {
                whole &= lines.get(at).room() > 0 || !areNumbersNext(lines, at);
                return;
            }
            add(LineWords.of(lines.get(++at).text()), mayBeSplit ? 1 : 0);
            furtherLines++;
        }
    }

    private void dropLast() {
        if (!numbers.isEmpty()) {
            numbers.remove(numbers.size() - 1);
        }
    }

    /** Whether the next line holds only clusters, and is below the list or had no room in this line. */
    private static boolean isContinued(List<CaptureLine> lines, int at, int column) {
        if (!areNumbersNext(lines, at)) {
            return false;
        }
        CaptureLine line = lines.get(at);
        CaptureLine rest = lines.get(at + 1);
        return rest.indentation() > column || line.full() || rest.indentation() == 0 && line.hasNoRoomFor(rest);
    }

    private static boolean areNumbersNext(List<CaptureLine> lines, int at) {
        return PageReader.rest(lines, at)
                .filter(rest -> LineWords.of(rest.text()).areClusters())
                .isPresent();
    }

    /** The index of the number with which the list begins. */
    private int listStart(LineWords words, int state, int listColumn) {
        if (numbers.isEmpty()) {
            return 0;
        }
        boolean repeated = numbers.subList(1, numbers.size()).contains(numbers.get(0));
        if (repeated || words.get(state).equals("actv-aa")) {
            return 1;
        }
        if (listColumn <= words.column(state) || state + 1 >= words.count()) {
            return NOT_SURE;
        }
        return words.column(state + 1) + words.get(state + 1).length() <= listColumn ? 1 : 0;
    }
}
