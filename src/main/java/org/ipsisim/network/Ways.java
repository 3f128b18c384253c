package org.ipsisim.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.estate.IpsiId.Side;

/** The pairs of sites between which heartbeats go, each for one side of control networks; numbered as they are asked for. */
final class Ways {
    private final List<Way> list = new ArrayList<>();
    private final Map<Way, Integer> numbers = new HashMap<>();

    /** From a server's site to an IPSI's site. */
    record Way(Side side, int from, int to) {}

    /** The number of a way. */
    int number(Side side, int from, int to) {
        return numbers.computeIfAbsent(new Way(side, from, to), way -> {
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
