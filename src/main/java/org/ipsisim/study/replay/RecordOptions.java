package org.ipsisim.study.replay;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user says of a file of outages.
 *
 * @param times how times are written
 * @param names what elements of the file are called in the scenario, where that is another name or several
 * @param columns the heads of columns, by the words {@code start}, {@code end}, {@code duration}, {@code element} and
 *     {@code state}, where their names do not say it
 * @param element what the whole file is about; empty if a column says it
 * @param ignoresUnknown whether rows about what the scenario does not have are left out
 */
public record RecordOptions(
        TimeStamp times,
        Map<String, List<String>> names,
        Map<String, String> columns,
        Optional<String> element,
        boolean ignoresUnknown) {
    /** What a column can be of. */
    public static final List<String> COLUMNS =
            Arrays.stream(Columns.Role.values()).map(Columns.Role::word).toList();

    /** A file whose names and columns need no word. */
    public static RecordOptions of(TimeStamp times) {
        return new RecordOptions(times, Map.of(), Map.of(), Optional.empty(), false);
    }
}
