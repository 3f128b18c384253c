package org.ipsisim.report;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.NumberList;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.RandomCalls;
import org.ipsisim.history.Words;

/** How reports speak of random calls. */
public final class CallWords {
    /** What the columns of random calls mean. */
    public static final String NOTE =
            "Calls count for the port network they come from. Delayed: waited for a server. Carried: answered. Frozen:"
                    + " up, for some time without features. Minutes lost: the rest of dropped calls, all of blocked"
                    + " ones and of those lost in set-up.";

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
                "came while their port network let none start");
        add(reasons, calls.farEndOut(), "went to one that let none start");
        add(reasons, calls.separate(), "went to one under another server");
        add(reasons, calls.trunksBusy(), "found all trunks busy");
        return "Of " + blocked + " blocked calls " + NumberList.joined(reasons) + ".";
    }

    private static void add(List<String> reasons, long count, String why) {
        if (count > 0) {
            reasons.add(count + " " + why);
        }
    }
}
