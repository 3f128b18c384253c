package org.ipsisim.history;

/** What an operator, an administrator or an administered return does, and what comes of it. */
public sealed interface CommandHappening extends Happening {
    /** An administrator changed timers in mid-run. */
    @Says("timers changed: {changes}")
    record TimersChanged(String changes) implements CommandHappening {}

    /** An operator asked a cluster to take a port network (R56). */
    @Says(value = "an operator moves the port network to {cluster}", rules = "R56")
    record TakeoverForced(int cluster) implements CommandHappening {}

    /** A command of an operator had no effect. */
    @Says("the command is refused: {reason}")
    record CommandRefused(String reason) implements CommandHappening {}

    /** An operator busied out an IPSI (M20, M21). */
    @Says(value = "busied out by an operator: not used until it is released", rules = "M20")
    record BusiedOut() implements CommandHappening {}

    /** A busy-out ended (R17). */
    @Says(value = "released from its busy-out {by}", rules = "R17")
    record BusyoutReleased(String by) implements CommandHappening {}

    /** The administered return to the main is due (R54, R55, R58, M26). */
    @Says("the return to the main is due: {why}")
    record ReturnDue(String why) implements CommandHappening {}
}
