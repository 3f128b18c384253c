package org.ipsisim.history;

import java.util.List;

/** What happens to servers: their roles, resets and restarts. */
public sealed interface ServerHappening extends Happening {
    /** A survivable core resets after its last port network has left it (R59, M27). */
    record SurvivableCoreReset(long duration) implements ServerHappening {
        @Override
        public String text(int main) {
            return "has lost its last port network and resets (" + Words.duration(duration)
                    + "), off every priority list";
        }

        @Override
        public List<String> rules() {
            return List.of("R59", "M27");
        }
    }

    /** An operator disabled a cluster (R60). */
    record ServerDisabled() implements ServerHappening {
        @Override
        public String text(int main) {
            return "disabled by an operator, off every priority list";
        }

        @Override
        public List<String> rules() {
            return List.of("R60");
        }
    }

    /** An operator enabled a cluster (R60). */
    record ServerEnabled() implements ServerHappening {
        @Override
        public String text(int main) {
            return "enabled by an operator";
        }

        @Override
        public List<String> rules() {
            return List.of("R60");
        }
    }

    /**
     * The standby main is to be active, after an arbitration, by hand, or because the active is down (R62, R65, M23).
     *
     * @param byHealth whether the arbiters have found the standby healthier
     */
    record ServerInterchange(String from, String to, boolean byHealth, String why) implements ServerHappening {
        @Override
        public String text(int main) {
            return "server interchange from " + from + " to " + to + ": " + why;
        }
    }

    /** A server interchange has come to its end. */
    record ServerActive(String from) implements ServerHappening {
        @Override
        public String text(int main) {
            return "is the active main; " + from + " was";
        }

        @Override
        public List<String> rules() {
            return List.of("R67");
        }
    }

    /** A server interchange was called off; the active stays active (R71). */
    record ServerInterchangeCalledOff(String why) implements ServerHappening {
        @Override
        public String text(int main) {
            return "server interchange called off: " + why;
        }

        @Override
        public List<String> rules() {
            return List.of("R71");
        }
    }

    /** The standby took the silence of the arbiter link for a dead active: two servers are active (R68). */
    record TwoActives(String other) implements ServerHappening {
        @Override
        public String text(int main) {
            return "hears nothing from " + other + " and goes active: both servers are active now";
        }

        @Override
        public List<String> rules() {
            return List.of("R68");
        }
    }

    /** One of two active servers found the other, which became active later, and left the role to it (R68). */
    record SteppedDown(String other) implements ServerHappening {
        @Override
        public String text(int main) {
            return "finds that " + other + " is active, too, and steps down to standby";
        }

        @Override
        public List<String> rules() {
            return List.of("R68");
        }
    }

    /** An unrefreshed standby became active: the system starts from scratch (R67, M24). */
    record SystemRestarted(long duration) implements ServerHappening {
        @Override
        public String text(int main) {
            return "was not refreshed: Cold-2, every call on the system drops (" + Words.duration(duration) + ")";
        }

        @Override
        public List<String> rules() {
            return List.of("R67", "M24");
        }
    }
}
