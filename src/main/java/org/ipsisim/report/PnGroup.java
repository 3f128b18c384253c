package org.ipsisim.report;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.NumberList;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;

/** Port networks that went through the same states under the same clusters at the same times. */
final class PnGroup {
    private final List<PnHistory> members = new ArrayList<>();

    private PnGroup(PnHistory first) {
        members.add(first);
    }

    /** The groups of a run, by their lowest port network. */
    static List<PnGroup> of(List<PnHistory> portNetworks) {
        List<PnGroup> groups = new ArrayList<>();
        for (PnHistory pn : portNetworks) {
            PnGroup home = null;
            for (PnGroup group : groups) {
                if (home == null && same(group.timeline(), pn.timeline())) {
                    home = group;
                }
            }
            if (home == null) {
                groups.add(new PnGroup(pn));
            } else {
                home.members.add(pn);
            }
        }
        return groups;
    }

    List<PnHistory> members() {
        return members;
    }

    PnHistory first() {
        return members.get(0);
    }

    List<PnSpan> timeline() {
        return first().timeline();
    }

    /** The numbers of its port networks, such as {@code 1-5, 7}. */
    String numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (PnHistory pn : members) {
            numbers.add(pn.portNetwork().number());
        }
        return NumberList.compact(numbers);
    }

    /** The worst of its states. */
    Mark worst(int mainCluster) {
        Mark worst = Mark.MAIN;
        for (PnSpan span : timeline()) {
            Mark mark = Mark.of(span, mainCluster);
            worst = mark.compareTo(worst) > 0 ? mark : worst;
        }
        return worst;
    }

    private static boolean same(List<PnSpan> a, List<PnSpan> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            PnSpan x = a.get(i);
            PnSpan y = b.get(i);
            if (x.from() != y.from()
                    || x.to() != y.to()
                    || x.state() != y.state()
                    || x.controller() != y.controller()) {
                return false;
            }
        }
        return true;
    }
}
