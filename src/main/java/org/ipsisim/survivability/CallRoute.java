package org.ipsisim.survivability;

import java.util.Optional;
import org.ipsisim.traffic.CallStream;

/**
 * Where some of the random calls of a port network go.
 *
 * @param stream the calls
 * @param from the port network they come from
 * @param to the other port network, if they go to one
 * @param ip whether they are between shuffled IP phones
 */
record CallRoute(CallStream stream, CallEnd from, Optional<CallEnd> to, boolean ip) {
    /**
     * What new calls meet at present (T4 to T6).
     *
     * @param main the cluster of the main servers
     * @param mainWorks whether one of them takes new calls
     */
    CallStream.Access access(int main, boolean mainWorks) {
        if (from.isClosed()) {
            return CallStream.Access.CLOSED;
        }
        if (to.isPresent() && to.get().isClosed()) {
            return CallStream.Access.FAR_END_CLOSED;
        }
        if (to.isPresent() && !from.isUnderServerOf(to.get())) {
            return CallStream.Access.SEPARATE;
        }
        boolean silent = from.isSilent() || to.isPresent() && to.get().isSilent();
        return silent || !mainWorks && from.isUnder(main) ? CallStream.Access.WAITING : CallStream.Access.OPEN;
    }
}
