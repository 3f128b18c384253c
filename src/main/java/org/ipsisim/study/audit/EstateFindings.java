package org.ipsisim.study.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ipsisim.estate.Element;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.Target;
import org.ipsisim.study.Fault;
import org.ipsisim.survivability.Dependence;

/**
 * Weaknesses of an estate in which nothing has failed.
 *
 * @param idleCores survivable cores that were on no list in any run
 * @param coreless numbers of the port networks that no survivable core can serve
 * @param sharedPoints what both IPSIs of a port network depend on
 */
public record EstateFindings(List<IdleCore> idleCores, List<Integer> coreless, List<SharedPoint> sharedPoints) {
    /** Keeps copies of the lists. */
    public EstateFindings {
        idleCores = List.copyOf(idleCores);
        coreless = List.copyOf(coreless);
        sharedPoints = List.copyOf(sharedPoints);
    }

    /** Why no port network can use a survivable core. */
    public enum Reason {
        /** It is local only, and no port network is of its community (R33). */
        NO_COMMUNITY("community"),
        /** No links join it to a port network that could list it (R31). */
        NO_WAY("way"),
        /** Seven better ones are on every list (R29, M18). */
        OUTRANKED("rank");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        /** The word in results. */
        public String key() {
            return key;
        }
    }

    /** A survivable core that no port network can use. */
    public record IdleCore(SurvivableCore core, Reason reason) {}

    /**
     * A link or site over which both IPSIs of a port network reach the main.
     *
     * @param portNetworks numbers, ascending
     */
    public record SharedPoint(Fault fault, List<Integer> portNetworks) {
        /** Keeps a copy of the numbers. */
        public SharedPoint {
            portNetworks = List.copyOf(portNetworks);
        }
    }

    /** @param listed clusters that were on a list in some run */
    static EstateFindings of(AuditPlan plan, Set<Integer> listed) {
        Estate estate = plan.scenario().estate();
        Dependence dependence = new Dependence(estate);
        List<IdleCore> idle = estate.survivableCores().stream()
                .filter(core -> !listed.contains(core.cluster()))
                .map(core -> new IdleCore(core, reason(core, estate, dependence)))
                .toList();
        List<Integer> coreless = estate.portNetworks().stream()
                .filter(pn -> Dependence.coresOf(pn, estate).stream()
                        .noneMatch(core -> hears(pn, core.server(), dependence, List.of())))
                .map(PortNetwork::number)
                .sorted()
                .toList();
        List<SharedPoint> shared = new ArrayList<>();
        for (Fault fault : plan.elements()) {
            List<Integer> numbers = estate.portNetworks().stream()
                    .filter(pn -> pn.duplicatedIpsis() && isShared(fault.target(), pn, estate, dependence))
                    .map(PortNetwork::number)
                    .sorted()
                    .toList();
            if (!numbers.isEmpty()) {
                shared.add(new SharedPoint(fault, numbers));
            }
        }
        return new EstateFindings(idle, coreless, shared);
    }

    private static Reason reason(SurvivableCore core, Estate estate, Dependence dependence) {
        List<PortNetwork> possible = estate.portNetworks().stream()
                .filter(pn -> Dependence.coresOf(pn, estate).contains(core))
                .toList();
        if (possible.isEmpty()) {
            return Reason.NO_COMMUNITY;
        }
        return possible.stream().anyMatch(pn -> hears(pn, core.server(), dependence, List.of()))
                ? Reason.OUTRANKED
                : Reason.NO_WAY;
    }

    private static boolean hears(PortNetwork pn, Server server, Dependence dependence, List<Target> failed) {
        return pn.ipsis().stream().anyMatch(ipsi -> dependence.isJoined(server, pn, ipsi, failed));
    }

    /** Its own site and those of the main do not count: the cabinet and the servers stand there. */
    private static boolean isShared(Target target, PortNetwork pn, Estate estate, Dependence dependence) {
        boolean end = target.name().equals(pn.site())
                || estate.main().servers().stream()
                        .anyMatch(server -> server.site().equals(target.name()));
        if (end || target.element() != Element.LINK && target.element() != Element.SITE) {
            return false;
        }
        for (IpsiId ipsi : pn.ipsis()) {
            boolean before = reachesMain(pn, ipsi, estate, dependence, List.of());
            if (!before || reachesMain(pn, ipsi, estate, dependence, List.of(target))) {
                return false;
            }
        }
        return true;
    }

    private static boolean reachesMain(
            PortNetwork pn, IpsiId ipsi, Estate estate, Dependence dependence, List<Target> failed) {
        return estate.main().servers().stream().anyMatch(server -> dependence.isJoined(server, pn, ipsi, failed));
    }
}
