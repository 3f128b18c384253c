package org.ipsisim.heartbeat;

/** Who is told what becomes of everything that is sent over a connection, in the order in which it is sent. */
interface Deliveries {
    /** Beats that all arrive, or are all missed, from where the last ones ended. */
    void add(Stretch next);

    /** The arrival of something other than a beat sent on time. */
    void addArrival(long sent, long arrival);
}
