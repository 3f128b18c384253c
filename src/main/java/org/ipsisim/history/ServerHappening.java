package org.ipsisim.history;

/** What happens to servers: their roles, resets and restarts. */
public sealed interface ServerHappening extends Happening {
    /** A survivable core resets after its last port network has left it (R59, M27). */
    @Says(
            value = "has lost its last port network and resets ({duration}), off every priority list",
            rules = {"R59", "M27"})
    record SurvivableCoreReset(long duration) implements ServerHappening {}

    /** An operator disabled a cluster (R60). */
    @Says(value = "disabled by an operator, off every priority list", rules = "R60")
    record ServerDisabled() implements ServerHappening {}

    /** An operator enabled a cluster (R60). */
    @Says(value = "enabled by an operator", rules = "R60")
    record ServerEnabled() implements ServerHappening {}

    /**
     * The standby main is to be active, after an arbitration, by hand, or because the active is down (R62, R65, M23).
     *
     * @param byHealth whether the arbiters have found the standby healthier
     */
    @Says("server interchange from {from} to {to}: {why}")
    record ServerInterchange(String from, String to, boolean byHealth, String why) implements ServerHappening {}

    /** A server interchange has come to its end. */
    @Says(value = "is the active main; {from} was", rules = "R67")
    record ServerActive(String from) implements ServerHappening {}

    /** A server interchange was called off; the active stays active (R71). */
    @Says(value = "server interchange called off: {why}", rules = "R71")
    record ServerInterchangeCalledOff(String why) implements ServerHappening {}

    /** The standby took the silence of the arbiter link for the death of the active: two servers are active (R68). */
    @Says(value = "hears nothing from {other} and goes active: both servers are active now", rules = "R68")
    record TwoActives(String other) implements ServerHappening {}

    /** One of two active servers found the other, which became active later, and left the role to it (R68). */
    @Says(value = "finds that {other} is active, too, and steps down to standby", rules = "R68")
    record SteppedDown(String other) implements ServerHappening {}

    /** An unrefreshed standby became active: the system starts from scratch (R67, M24). */
    @Says(
            value = "was not refreshed: Cold-2, every call on the system drops ({duration})",
            rules = {"R67", "M24"})
    record SystemRestarted(long duration) implements ServerHappening {}
}
