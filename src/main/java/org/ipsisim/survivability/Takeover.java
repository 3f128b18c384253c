package org.ipsisim.survivability;

/** Why a cluster takes control of a port network, and the rules that this follows. */
enum Takeover {
    /** The IPSI has asked it for service (M10). */
    REQUEST,
    /** It is the first server that a port network reaches which was down (M28). */
    FIRST_SERVER,
    /** The administered return to the main is due (M26). */
    RETURN,
    /** An operator orders it (R56). */
    ORDER;

    /** Those of a survivable core that takes over from another cluster. */
    String[] rulesOfFailover() {
        return this == ORDER ? new String[] {"R56"} : new String[] {"R42", "M10"};
    }

    /** Those of the main that takes the port network back. */
    String[] rulesOfFallback() {
        return switch (this) {
            case REQUEST, FIRST_SERVER -> new String[] {"R45", "M12"};
            case RETURN -> new String[] {"R43", "M26"};
            case ORDER -> new String[] {"R56", "M26"};
        };
    }
}
