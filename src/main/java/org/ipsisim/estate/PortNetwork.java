package org.ipsisim.estate;

import java.util.List;
import java.util.Optional;

/**
 * A port network (PN): a cabinet of phones and trunks that a server runs through its IPSI.
 *
 * @param number 1 to 64
 * @param site its site
 * @param community 1 to 64; decides which local survivable cores it sees and prefers
 * @param duplicatedIpsis whether it has two IPSIs
 * @param ignoreConnectivityInArbitration its IPSIs do not count when the main servers compare their reach (R70)
 * @param calls the stable calls that are up at the start
 * @param traffic random calls instead of stable ones, if given
 * @param ipPhonesKeepPower whether its IP phones are fed from elsewhere when its site fails (M32)
 * @param nightlyInterchange when each day its standby IPSI gets control for 20 s (M33); never if it is empty
 */
public record PortNetwork(
        int number,
        String site,
        int community,
        boolean duplicatedIpsis,
        boolean ignoreConnectivityInArbitration,
        StableCalls calls,
        Optional<Traffic> traffic,
        boolean ipPhonesKeepPower,
        Optional<DailyTime> nightlyInterchange) {
    /** @throws IllegalArgumentException if the number is out of range */
    public PortNetwork {
        if (number < 1 || number > Estate.MAX_PORT_NETWORKS) {
            throw new IllegalArgumentException("port network " + number + " is not within 1 to 64");
        }
    }

    /** One whose IP phones lose their power with its site, without a nightly interchange. */
    public PortNetwork(
            int number,
            String site,
            int community,
            boolean duplicatedIpsis,
            boolean ignoreConnectivityInArbitration,
            StableCalls calls,
            Optional<Traffic> traffic) {
        this(
                number,
                site,
                community,
                duplicatedIpsis,
                ignoreConnectivityInArbitration,
                calls,
                traffic,
                false,
                Optional.empty());
    }

    /** Its name in events and results, such as {@code pn-1}. */
    public String id() {
        return "pn-" + number;
    }

    /** The same port network with other stable calls. */
    public PortNetwork with(StableCalls others) {
        return with(duplicatedIpsis, ignoreConnectivityInArbitration, others, traffic);
    }

    /** The same port network with two IPSIs, or with one. */
    public PortNetwork withDuplicatedIpsis(boolean two) {
        return with(two, ignoreConnectivityInArbitration, calls, traffic);
    }

    /** The same port network, with its IPSIs counted or not when the main servers compare their reach (R70). */
    public PortNetwork ignoringConnectivity(boolean ignored) {
        return with(duplicatedIpsis, ignored, calls, traffic);
    }

    /** The same port network with other random calls, or none. */
    public PortNetwork with(Optional<Traffic> other) {
        return with(duplicatedIpsis, ignoreConnectivityInArbitration, calls, other);
    }

    private PortNetwork with(boolean two, boolean ignored, StableCalls stable, Optional<Traffic> random) {
        return new PortNetwork(
                number, site, community, two, ignored, stable, random, ipPhonesKeepPower, nightlyInterchange);
    }

    /** Its IPSIs, A before B. */
    public List<IpsiId> ipsis() {
        IpsiId a = new IpsiId(number, IpsiId.Side.A);
        return duplicatedIpsis ? List.of(a, new IpsiId(number, IpsiId.Side.B)) : List.of(a);
    }
}
