package org.ipsisim.phones;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import org.ipsisim.history.PhoneOutage;

/**
 * Measures how long the phones of a population are without something: service, or a way for calls to reach them.
 *
 * <p>Phones are in groups, and a group is served or not as a whole. So the break of a way that 10 000 phones share costs as
 * much as that of one phone. A disturbance lasts from the first phone that loses service, other than by moving, until all
 * such phones have it again.
 */
final class OutageMeter {
    private static final long NONE = -1;
    private static final int GROUP_BITS = 7;
    private static final double ALL_BUT = 0.05;

    private final int phones;

    /** Of each phone in one number: its group, and since when it has been out; {@link #NONE} if that is its group's to say. */
    private final PhoneColumns.Column states;

    private final BitSet willing;
    private final BitSet affected;
    private final int[] members;
    private final int[] unaffected;
    private final boolean[] served;
    private final long[] groupOutSince;
    private final List<List<Integer>> lateComers = new ArrayList<>();
    private final IntPredicate canBeServed;
    private final List<long[]> returns = new ArrayList<>();
    private boolean newDisturbance;
    private int struck;
    private int out;
    private long integratedTo;
    private long total;
    private long longest;

    /**
     * Every phone is in one group, which is served.
     *
     * @param groups how many groups there are, at most 128
     * @param first the group of all phones at the start
     * @param canBeServed whether a group is ever served
     */
    OutageMeter(PopulationInRun population, int groups, int first, IntPredicate canBeServed) {
        this.canBeServed = canBeServed;
        phones = population.size();
        states = population.rows().column();
        for (int phone = 0; phone < phones; phone++) {
            set(phone, first, NONE);
        }
        willing = new BitSet();
        affected = new BitSet();
        members = new int[groups];
        unaffected = new int[groups];
        served = new boolean[groups];
        groupOutSince = new long[groups];
        for (int i = 0; i < groups; i++) {
            lateComers.add(new ArrayList<>());
        }
        members[first] = phones;
        unaffected[first] = phones;
        served[first] = true;
    }

    int group(int phone) {
        return (int) states.get(phone) & (1 << GROUP_BITS) - 1;
    }

    /** Since when a phone has been out, if not as long as its group; otherwise {@link #NONE}. */
    private long ownOutSince(int phone) {
        return states.get(phone) >> GROUP_BITS;
    }

    private void set(int phone, int group, long since) {
        states.set(phone, since << GROUP_BITS | group);
    }

    int members(int group) {
        return members[group];
    }

    boolean isServed(int group) {
        return served[group];
    }

    /** Whether every phone that has lost service other than by moving has it again. */
    boolean isOver() {
        return struck == 0;
    }

    /**
     * A phone goes to another group.
     *
     * @param moving whether it gives up service by itself, to move
     */
    void move(int phone, int group, boolean moving, long now) {
        int before = group(phone);
        integrate(now);
        long since = served[before] ? NONE : outSince(phone);
        members[before]--;
        members[group]++;
        if (!affected.get(phone)) {
            unaffected[before]--;
            unaffected[group]++;
        }
        if (served[group]) {
            set(phone, group, NONE);
            if (since != NONE) {
                out--;
                close(phone, since, now);
            }
            return;
        }
        if (since == NONE) {
            out++;
            since = now;
            willing.set(phone, moving);
            strike(moving ? 0 : 1);
        }
        set(phone, group, since);
        if (canBeServed.test(group)) {
            lateComers.get(group).add(phone);
        }
    }

    private long outSince(int phone) {
        long own = ownOutSince(phone);
        return own == NONE ? groupOutSince[group(phone)] : own;
    }

    private void close(int phone, long since, long now) {
        boolean moved = willing.get(phone);
        willing.clear(phone);
        struck -= moved ? 0 : 1;
        if (now > since) {
            longest = Math.max(longest, now - since);
            markAffected(phone);
            comeBack(now, moved ? 0 : 1);
        }
    }

    private void markAffected(int phone) {
        if (!affected.get(phone)) {
            affected.set(phone);
            unaffected[group(phone)]--;
        }
    }

    private void strike(int phones) {
        newDisturbance |= struck == 0 && phones > 0;
        struck += phones;
    }

    private void comeBack(long now, int phones) {
        if (phones == 0) {
            return;
        }
        forgetEarlierDisturbance();
        int last = returns.size() - 1;
        if (last >= 0 && returns.get(last)[0] == now) {
            returns.get(last)[1] += phones;
        } else {
            returns.add(new long[] {now, phones});
        }
    }

    private void forgetEarlierDisturbance() {
        if (newDisturbance) {
            newDisturbance = false;
            returns.clear();
        }
    }

    /** All phones of a group are served from now on, or none. */
    void setServed(int group, boolean isServed, long now) {
        if (served[group] == isServed) {
            return;
        }
        integrate(now);
        served[group] = isServed;
        if (!isServed) {
            out += members[group];
            groupOutSince[group] = now;
            strike(members[group]);
            return;
        }
        out -= members[group];
        int late = 0;
        for (int phone : lateComers.get(group)) {
            if (group(phone) == group && ownOutSince(phone) != NONE) {
                late++;
                long since = ownOutSince(phone);
                set(phone, group, NONE);
                close(phone, since, now);
            }
        }
        lateComers.get(group).clear();
        int others = members[group] - late;
        struck -= others;
        if (others > 0 && now > groupOutSince[group]) {
            longest = Math.max(longest, now - groupOutSince[group]);
            comeBack(now, others);
            for (int phone = 0; unaffected[group] > 0 && phone < phones; phone++) {
                if (group(phone) == group) {
                    markAffected(phone);
                }
            }
        }
    }

    private void integrate(long now) {
        total += out * (now - integratedTo);
        integratedTo = now;
    }

    /** What it has measured, at the end. */
    PhoneOutage finish(long end) {
        integrate(end);
        for (int phone = 0; phone < phones; phone++) {
            if (!served[group(phone)] && outSince(phone) < end) {
                longest = Math.max(longest, end - outSince(phone));
                affected.set(phone);
            }
        }
        if (struck > 0) {
            forgetEarlierDisturbance();
        }
        long all = struck + returns.stream().mapToLong(back -> back[1]).sum();
        return new PhoneOutage(
                affected.cardinality(),
                total,
                longest,
                backAt(1),
                backAt((all + 1) / 2),
                backAt(all - (long) (ALL_BUT * all)),
                backAt(all));
    }

    /** When so many phones were back. */
    private OptionalLong backAt(long phones) {
        long back = 0;
        for (long[] some : returns) {
            back += some[1];
            if (back >= phones) {
                return OptionalLong.of(some[0]);
            }
        }
        return OptionalLong.empty();
    }
}
