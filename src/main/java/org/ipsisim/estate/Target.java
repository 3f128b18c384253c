package org.ipsisim.estate;

import java.util.List;

/** What an event of a scenario strikes: a thing that can fail and be restored. */
public sealed interface Target {
    /** The name in the scenario file, such as {@code wan}, {@code hq}, {@code main-a}, {@code sc-10}, {@code pn-1}. */
    String name();

    /** A link between two sites. */
    record OfLink(String name) implements Target {}

    /** A site with everything in it, and the links that end there (M28). */
    record OfSite(String name) implements Target {}

    /**
     * One server, or all servers of a cluster.
     *
     * @param name as written: {@code main}, {@code main-a}, {@code sc-10}
     * @param serverIds the servers it stands for
     */
    record OfServers(String name, List<String> serverIds) implements Target {
        /** Keeps a copy of the list. */
        public OfServers {
            serverIds = List.copyOf(serverIds);
        }
    }

    /**
     * The control path of a port network: the connection of all its IPSIs to the network. The boards keep running.
     *
     * @param pn its number
     */
    record OfControlPath(int pn) implements Target {
        @Override
        public String name() {
            return "pn-" + pn;
        }
    }

    /** Every link over which the two servers of a duplex main hear each other (R68). */
    record OfArbiterLink() implements Target {
        /** The name in a scenario file, which nothing else has. */
        public static final String NAME = "arbiter-link";

        @Override
        public String name() {
            return NAME;
        }
    }

    /** One IPSI board (M28). */
    record OfIpsi(IpsiId ipsi) implements Target {
        @Override
        public String name() {
            return "ipsi-" + ipsi;
        }
    }
}
