package org.ipsisim.estate;

/**
 * A survivable core (SC, formerly ESS): a server that takes over port networks that ask it for service.
 *
 * @param cluster cluster number, 2 to 999
 * @param site its site
 * @param community its community, 1 to 64
 * @param systemPreferred it ranks above every local preferred server (R33); excludes the next two
 * @param localPreferred it is preferred by the IPSIs of its own community
 * @param localOnly only the IPSIs of its own community see it
 * @param priorityScore 1 to 100; the higher one comes first within a rank
 */
public record SurvivableCore(
        int cluster,
        String site,
        int community,
        boolean systemPreferred,
        boolean localPreferred,
        boolean localOnly,
        int priorityScore) {
    /** @throws IllegalArgumentException if a number is out of range or the preferences exclude each other */
    public SurvivableCore {
        if (cluster < 2 || cluster > 999) {
            throw new IllegalArgumentException("survivable core: cluster " + cluster + " is not within 2 to 999");
        }
        if (priorityScore < 1 || priorityScore > 100) {
            throw new IllegalArgumentException("sc-" + cluster + ": priority score is not within 1 to 100");
        }
        if (systemPreferred && (localPreferred || localOnly)) {
            throw new IllegalArgumentException(
                    "sc-" + cluster + ": system preferred excludes local preferred and local only");
        }
    }

    /** Its name in events and results, such as {@code sc-10}. */
    public String id() {
        return "sc-" + cluster;
    }

    /** Whether the IPSIs of a port network see it: a local only core is seen by its own community only (R33). */
    public boolean isVisibleTo(PortNetwork pn) {
        return !localOnly || community == pn.community();
    }

    /**
     * Its rank on the lists of a port network, 1 the best (R33, M16): 1 if it is system preferred, 2 if it is local
     * preferred and of the same community, otherwise 3.
     */
    public int rankFor(PortNetwork pn) {
        if (systemPreferred) {
            return 1;
        }
        return localPreferred && community == pn.community() ? 2 : 3;
    }

    /** The same core, system preferred and with another priority score. */
    public SurvivableCore preferredWithScore(int score) {
        return new SurvivableCore(cluster, site, community, true, false, false, score);
    }

    /** The same core, seen by all communities. */
    public SurvivableCore seenByAll() {
        return new SurvivableCore(cluster, site, community, systemPreferred, localPreferred, false, priorityScore);
    }

    /** The same core at another site. */
    public SurvivableCore movedTo(String other) {
        return new SurvivableCore(cluster, other, community, systemPreferred, localPreferred, localOnly, priorityScore);
    }

    /** The server it runs on. */
    public Server server() {
        return new Server(id(), cluster, site);
    }
}
