package org.ipsisim.history;

/**
 * What happens to SIP phones, and to the session managers and survivable remotes that they need. What the phones of a
 * population do one after another is one entry, at the moment of the first, with their count.
 */
public sealed interface PhoneHappening extends Happening {
    /** Phones whose active controller is not reached any more, and that do not know it (U15). */
    record SipLimbo(String controller, long phones) implements PhoneHappening {
        @Override
        public String text(Names names, Moments moments) {
            return Words.count(phones, "phone") + " in limbo: " + controller + " is not reached";
        }
    }

    /** Phones that are on a controller without call processing (U13). */
    record SipNoCallProcessing(String controller, long phones) implements PhoneHappening {
        @Override
        public String text(Names names, Moments moments) {
            return Words.count(phones, "phone") + " on " + controller + ", which has no call processing";
        }
    }

    /**
     * Phones find that a controller is lost (U3, U4).
     *
     * @param reset whether it had restarted and answered with a reset
     */
    record SipLost(String controller, long phones, boolean reset) implements PhoneHappening {
        @Override
        public String text(Names names, Moments moments) {
            return Words.count(phones, "phone") + " lost " + controller
                    + (reset ? ": it has restarted and knows them no more" : ": keep-alives were not answered");
        }
    }

    /** Phones register with a controller (U7). */
    record SipRegistered(String controller, long phones) implements PhoneHappening {
        @Override
        public String text(Names names, Moments moments) {
            return Words.count(phones, "phone") + " registered with " + controller;
        }
    }

    /** A controller becomes active for phones (U12). */
    record SipActive(String controller, long phones) implements PhoneHappening {
        @Override
        public String text(Names names, Moments moments) {
            return Words.count(phones, "phone") + " moved to " + controller + ": it is their active controller";
        }
    }

    /** The site of phones has failed (U16). */
    record SipDown(long phones) implements PhoneHappening {
        @Override
        public String text(Names names, Moments moments) {
            return Words.count(phones, "phone") + " without power";
        }
    }

    /** Every phone that had lost service is in service again (U15). */
    @Says("all phones in service again")
    record SipBack() implements PhoneHappening {}

    /** An operator sends phones back to their best controller (U12). */
    @Says("an operator sends the phones back to their best controller")
    record SipFailback() implements PhoneHappening {}

    /**
     * A session manager has more to do than it can (U10, U11).
     *
     * @param refused requests that were answered 503
     * @param useless answers that came too late
     */
    record SipOverload(long refused, long useless) implements PhoneHappening {
        @Override
        public String text(Names names, Moments moments) {
            return "overloaded: " + Words.count(refused, "request") + " refused, " + Words.count(useless, "answer")
                    + " too late";
        }
    }

    /** A survivable remote serves calls: it has not reached an active main for a while (U14). */
    @Says(
            value = "has not reached an active main for {delay}: it is active",
            rules = {"A18", "U14"})
    record SurvivableRemoteActive(long delay) implements PhoneHappening {}

    /** A survivable remote serves no calls any more (U14). */
    @Says(
            value = "has reached an active main for {delay}: it is active no more",
            rules = {"A34", "U14"})
    record SurvivableRemoteIdle(long delay) implements PhoneHappening {}
}
