package org.ipsisim.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values with a number each, from 0: equal ones have the same, so that a page holds each of them once.
 *
 * @param <T> texts, or lists of numbers
 */
final class Numbered<T> {
    private final Map<T, Integer> numbers = new LinkedHashMap<>();

    /** The number of a value, new if no equal one came before. */
    int of(T value) {
        return numbers.computeIfAbsent(value, v -> numbers.size());
    }

    int size() {
        return numbers.size();
    }

    /** All values, by number. */
    List<T> all() {
        return new ArrayList<>(numbers.keySet());
    }
}
