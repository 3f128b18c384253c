package org.ipsisim.course;

import java.util.List;
import java.util.Optional;

/** Which one of several: the first, the second, the third or the last. */
final class Ordinal {
    private Ordinal() {}

    /**
     * The one of a list that a word means; empty if there are not so many.
     *
     * @param word {@code first}, {@code second}, {@code third}, {@code last}; null means the first
     */
    static <T> Optional<T> of(String word, List<T> all) {
        int index = word == null
                ? 0
                : switch (word) {
                    case "second" -> 1;
                    case "third" -> 2;
                    case "last" -> all.size() - 1;
                    default -> 0;
                };
        return index < 0 || index >= all.size() ? Optional.empty() : Optional.of(all.get(index));
    }
}
