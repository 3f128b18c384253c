package org.ipsisim.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.estate.Plane;

/** The pairs of sites between which packets of a plane go, numbered as they are asked for. */
final class Ways {
    private final List<Way> list = new ArrayList<>();
    private final Map<Way, Integer> numbers = new HashMap<>();

    /** From one site to another. */
    record Way(Plane plane, int from, int to) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Way way && plane == way.plane && from == way.from && to == way.to;
        }

        @Override
        public int hashCode() {
            return (from * 31 + to) * 31 + plane.ordinal();
        }
    }

    /** The number of a way. */
    int number(Plane plane, int from, int to) {
        return numbers.computeIfAbsent(new Way(plane, from, to), way -> {
            list.add(way);
            return list.size() - 1;
        });
    }

    Way get(int number) {
        return list.get(number);
    }

    int count() {
        return list.size();
    }
}
