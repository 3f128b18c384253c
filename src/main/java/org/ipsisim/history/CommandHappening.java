package org.ipsisim.history;

import static org.ipsisim.history.Words.clusterName;

import java.util.List;

/** What an operator, an administrator or an administered return does, and what comes of it. */
public sealed interface CommandHappening extends Happening {
    /** An administrator changed timers in mid-run. */
    record TimersChanged(String changes) implements CommandHappening {
        @Override
        public String text(int main) {
            return "timers changed: " + changes;
        }
    }

    /** An operator asked a cluster to take a port network (R56). */
    record TakeoverForced(int cluster) implements CommandHappening {
        @Override
        public String text(int main) {
            return "an operator moves the port network to " + clusterName(cluster, main);
        }

        @Override
        public List<String> rules() {
            return List.of("R56");
        }
    }

    /** A command of an operator had no effect. */
    record CommandRefused(String reason) implements CommandHappening {
        @Override
        public String text(int main) {
            return "the command is refused: " + reason;
        }
    }

    /** An operator busied out an IPSI (M20, M21). */
    record BusiedOut() implements CommandHappening {
        @Override
        public String text(int main) {
            return "busied out by an operator: not used until it is released";
        }

        @Override
        public List<String> rules() {
            return List.of("M20");
        }
    }

    /** A busy-out ended (R17). */
    record BusyoutReleased(String by) implements CommandHappening {
        @Override
        public String text(int main) {
            return "released from its busy-out " + by;
        }

        @Override
        public List<String> rules() {
            return List.of("R17");
        }
    }

    /** The administered return to the main is due (R54, R55, R58, M26). */
    record ReturnDue(String why) implements CommandHappening {
        @Override
        public String text(int main) {
            return "the return to the main is due: " + why;
        }
    }
}
