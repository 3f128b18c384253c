package org.ipsisim.report;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.NumberList;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.RandomCalls;
import org.ipsisim.history.Words;

/** The wording of reports on random calls. */
public final class CallWords {
    /** What the columns of random calls mean. */
    public static final String NOTE =
            "Calls count for the port network they come from. Delayed: waited for a server. Carried: answered. Frozen:"
                    + " up, but without features for some time. Minutes lost: talk time cut short by drops, and all talk"
                    + " time of calls that were blocked or lost in set-up.";

    private static final int DECIMALS = 1;

    private CallWords() {}

    /** The talk time that was lost, in minutes with at most one decimal. */
    public static String minutes(CallLosses losses) {
        return Words.decimalMinutes(losses.talkTime(), DECIMALS).toPlainString();
    }

    /** Why attempts were blocked, in one sentence; empty if none was. */
    public static String reasons(RandomCalls calls) {
        List<String> reasons = new ArrayList<>();
        long blocked = calls.losses().blocked();
        if (blocked == 0) {
            return "";
        }
        add(
                reasons,
                blocked - calls.trunksBusy() - calls.farEndOut() - calls.separate(),
                "came while no call could start in their port network");
        add(reasons, calls.farEndOut(), "went to a port network where none could start");
        add(reasons, calls.separate(), "went to a port network under another server");
        add(reasons, calls.trunksBusy(), "found all trunks busy");
        return "Of " + blocked + " blocked calls, " + NumberList.joined(reasons) + ".";
    }

    private static void add(List<String> reasons, long count, String why) {
        if (count > 0) {
            reasons.add(count + " " + why);
        }
    }
}
