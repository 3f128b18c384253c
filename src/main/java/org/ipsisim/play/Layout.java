package org.ipsisim.play;

import org.ipsisim.estate.EscalationReading;
import org.ipsisim.estate.Estate;

/**
 * How the lines of the overview are shared out. It does not change while a run is played, so that nothing jumps.
 *
 * @param portNetworks lines with timelines
 * @param timers lines for the timers of the selected port network
 * @param ipsis lines for its IPSIs
 * @param servers lines for the servers
 * @param alarms lines for the alarms that stand
 * @param latest lines for what has happened last
 */
record Layout(int portNetworks, int timers, int ipsis, int servers, int alarms, int latest) {
    /** From so many rows on there is room for more of everything. */
    private static final int TALL = 34;

    /** The scale, the name of the selected port network, its calls. */
    private static final int FIXED = 3;

    /**
     * The shares of a room.
     *
     * @param rows lines there are
     * @param timelines lines of timelines that there is something to show in
     */
    static Layout of(int rows, Estate estate, int timelines) {
        boolean isTall = rows >= TALL;
        boolean isSerial = estate.timers().reading() == EscalationReading.SERIAL;
        int timers = (isSerial ? 2 : 3) + (isTall || estate.main().duplex() ? 1 : 0);
        int ipsis = estate.portNetworks().stream().anyMatch(pn -> pn.duplicatedIpsis()) ? 2 : 1;
        int servers = isTall ? 2 : 1;
        int alarms = isTall ? 4 : 2;
        int left = rows - FIXED - timers - ipsis - servers - alarms;
        int bands = Math.min(timelines, Math.max(1, left * 3 / 5));
        return new Layout(bands, timers, ipsis, servers, alarms, left - bands);
    }
}
