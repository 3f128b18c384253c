package org.ipsisim.report.timeline;

import java.util.Collection;
import org.ipsisim.document.NumberList;

/** Names of several port networks in few characters: {@code PN 1–5, 7}. */
public final class PnNames {
    private PnNames() {}

    /** The name of these port networks, in the order of their numbers. */
    public static String of(Collection<Integer> numbers) {
        return "PN "
                + NumberList.compact(numbers.stream().sorted().distinct().toList())
                        .replace('-', '–');
    }
}
