package org.ipsisim.study.montecarlo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.ipsisim.history.History;
import org.ipsisim.history.IpsiSpan;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.RoleSpan;

/**
 * What follows from an outage after which all is again as at the start, or from many that differ in begin and end alone: the
 * same happens in the same order, and each number is a sum.
 *
 * @param first the least number of heartbeats that such an outage loses
 * @param last the greatest
 * @param order what happens, in order; nothing if the course is not known
 * @param costs how many of the numbers are costs
 * @param numbers of the outage that loses the fewest, and begins and ends as soon as it can: the costs, then when each thing
 *     happens
 * @param growth how much each number grows with each millisecond {@link #BY_BEGIN}, {@link #BY_END} and {@link #BY_LOST}
 */
record LoneCourse(long first, long last, List<Object> order, int costs, long[] numbers, long[][] growth) {
    static final LoneCourse UNKNOWN = new LoneCourse(0, 0, List.of(), 0, new long[0], new long[0][]);

    /** An outage begins later after a heartbeat. */
    static final int BY_BEGIN = 0;

    /** It ends later after a heartbeat. */
    static final int BY_END = 1;

    /** It makes more heartbeats lost. */
    static final int BY_LOST = 2;

    private static final int TERMS = 3;

    /** The course of one outage that was run. */
    static LoneCourse of(long lost, History history, long[] costs) {
        Observer seen = new Observer();
        history.trace()
                .forEach(entry -> seen.at(
                        entry.at(), List.of(entry.subject(), entry.what().getClass())));
        history.timers().forEach(timer -> {
            seen.at(timer.from(), timer.subject());
            seen.at(timer.to(), timer.timer());
        });
        for (PnHistory pn : history.portNetworks()) {
            seen.spans(pn.timeline(), PnSpan::from, span -> List.of(span.state(), span.controller()));
            pn.lists().values().forEach(list -> seen.spans(list, ListSpan::from, ListSpan::clusters));
            pn.ipsis()
                    .values()
                    .forEach(ipsi -> seen.spans(ipsi, IpsiSpan::from, span -> List.of(span.role(), span.hasContact())));
        }
        history.servers().forEach(server -> seen.spans(server.timeline(), RoleSpan::from, RoleSpan::role));
        return seen.course(lost, history.duration(), costs);
    }

    private record Seen(long at, Object what) {}

    /** Collects what happens in a run, and when. */
    private static final class Observer {
        private final List<Seen> all = new ArrayList<>();
        private boolean isAsAtStart = true;

        void at(long time, Object what) {
            all.add(new Seen(time, what));
        }

        <S> void spans(List<S> spans, ToLongFunction<S> from, Function<S, Object> value) {
            spans.forEach(span -> at(from.applyAsLong(span), value.apply(span)));
            isAsAtStart &= value.apply(spans.get(0)).equals(value.apply(spans.get(spans.size() - 1)));
        }

        /** By time, each thing with whether it happens together with the one before it. */
        LoneCourse course(long lost, long end, long[] costs) {
            all.sort(Comparator.comparingLong(Seen::at));
            long over = all.get(all.size() - 1).at;
            if (!isAsAtStart || over >= end) {
                return UNKNOWN;
            }
            List<Object> order = new ArrayList<>();
            long[] numbers = Arrays.copyOf(costs, costs.length + all.size());
            for (int i = 0; i < all.size(); i++) {
                Seen seen = all.get(i);
                order.add(i > 0 && all.get(i - 1).at == seen.at);
                order.add(seen.what);
                numbers[costs.length + i] = seen.at;
            }
            return new LoneCourse(lost, lost, order, costs.length, numbers, new long[TERMS][numbers.length]);
        }
    }

    boolean isKnown() {
        return !order.isEmpty();
    }

    /**
     * The course of these outages, of others that are later in one way, and of all between; not known if they may differ. A time
     * stays or goes along, costs grow by whole numbers.
     *
     * @param way {@link #BY_BEGIN}, {@link #BY_END} or {@link #BY_LOST}
     * @param by how many milliseconds
     */
    LoneCourse upTo(LoneCourse later, int way, long by) {
        if (!isKnown() || !order.equals(later.order) || !Arrays.deepEquals(growth, later.growth)) {
            return UNKNOWN;
        }
        long[][] all = growth.clone();
        all[way] = new long[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            long grows = later.numbers[i] - numbers[i];
            if (i < costs ? grows % by != 0 : grows != 0 && grows != by) {
                return UNKNOWN;
            }
            all[way][i] = grows / by;
        }
        return new LoneCourse(first, later.last, order, costs, numbers, all);
    }

    /** When all is over. */
    long over(long begin, long end, long lost) {
        return number(numbers.length - 1, begin, end, lost);
    }

    /** A number of one of the outages that is so many milliseconds later than the first in each way. */
    long number(int number, long begin, long end, long lost) {
        return numbers[number]
                + growth[BY_BEGIN][number] * begin
                + growth[BY_END][number] * end
                + growth[BY_LOST][number] * lost;
    }
}
