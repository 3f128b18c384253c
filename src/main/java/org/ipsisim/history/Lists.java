package org.ipsisim.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Small operations on lists that many reports need. */
public final class Lists {
    private Lists() {}

    /** The first items of a list: all of them if it holds no more than {@code most}. */
    public static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(Math.max(most, 0), all.size()));
    }

    /** All in the same order, so many at a time. */
    public static <T> List<List<T>> parts(List<T> all, int most) {
        return IntStream.range(0, (all.size() + most - 1) / most)
                .mapToObj(i -> all.subList(i * most, Math.min(all.size(), (i + 1) * most)))
                .toList();
    }

    /**
     * Groups items that are alike, such as port networks with the same history. Groups are in the order of their first
     * members, members in the order given.
     *
     * @param likeness what two items of one group have in common; compared with {@code equals}
     */
    public static <T> List<List<T>> alike(Collection<T> items, Function<? super T, ?> likeness) {
        Map<Object, List<T>> groups = new LinkedHashMap<>();
        for (T item : items) {
            groups.computeIfAbsent(likeness.apply(item), key -> new ArrayList<>())
                    .add(item);
        }
        return List.copyOf(groups.values());
    }
}
