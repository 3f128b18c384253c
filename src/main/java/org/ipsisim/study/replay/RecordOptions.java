package org.ipsisim.study.replay;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user says about a file of outages.
 *
 * @param times how times are written
 * @param names the names of elements in the scenario, where they differ; an element may be several
 * @param columns the heads of columns, by {@code start}, {@code end}, {@code duration}, {@code element} and
 *     {@code state}, where they are not recognized
 * @param element the element of all rows; empty if a column names it
 * @param ignoresUnknown whether to leave out rows about elements that the scenario lacks
 */
public record RecordOptions(
        TimeStamp times,
        Map<String, List<String>> names,
        Map<String, String> columns,
        Optional<String> element,
        boolean ignoresUnknown) {
    /** What a column can hold. */
    public static final List<String> COLUMNS =
            Arrays.stream(Columns.Role.values()).map(Columns.Role::word).toList();

    /** A file that needs no explanation. */
    public static RecordOptions of(TimeStamp times) {
        return new RecordOptions(times, Map.of(), Map.of(), Optional.empty(), false);
    }
}
