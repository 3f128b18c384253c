package org.ipsisim.plain;

/** How the two main servers judge each other after each heartbeat, by the IPSIs they reach (M22, M23). */
final class Arbitration {
    private final World world;
    private final MainPair pair;

    Arbitration(World world, MainPair pair) {
        this.world = world;
        this.pair = pair;
    }

    /** An interchange begins if the standby reaches more IPSIs than the active and nothing keeps it from that. */
    void decide() {
        if (pair.canInterchange(world.now)
                && !pair.isCurbed(world.now)
                && world.reached(pair.standby()) > world.reached(pair.active())) {
            pair.interchange(world.now);
        }
    }
}
