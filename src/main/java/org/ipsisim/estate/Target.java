package org.ipsisim.estate;

import java.util.List;

/** What an event of a scenario strikes: a thing that can fail and be restored. */
public sealed interface Target {
    /** The name in the scenario file, such as {@code wan}, {@code hq}, {@code main-a}, {@code sc-10}, {@code pn-1}. */
    String name();

    /** What kind of thing it is. */
    Element element();

    /** Calls the method of a visitor for this kind of target. */
    void accept(Visitor visitor);

    /** Its single parts: each server of a cluster, otherwise itself. */
    default List<Target> parts() {
        return List.of(this);
    }

    /** Whether a name is that of the target, or of one of its servers. */
    default boolean covers(String name) {
        return name().equals(name);
    }

    /** What to do with each kind of target. */
    interface Visitor {
        void visit(OfLink link);

        void visit(OfSite site);

        void visit(OfServers servers);

        void visit(OfControlPath path);

        void visit(OfArbiterLink link);

        void visit(OfIpsi ipsi);
    }

    /** A link between two sites. */
    record OfLink(String name) implements Target {
        @Override
        public Element element() {
            return Element.LINK;
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }
    }

    /** A site with everything in it, and the links that end there (M28). */
    record OfSite(String name) implements Target {
        @Override
        public Element element() {
            return Element.SITE;
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }
    }

    /**
     * One server, or all servers of a cluster.
     *
     * @param name as written: {@code main}, {@code main-a}, {@code sc-10}
     * @param serverIds the servers it means
     */
    record OfServers(String name, List<String> serverIds) implements Target {
        /** Keeps a copy of the list. */
        public OfServers {
            serverIds = List.copyOf(serverIds);
        }

        @Override
        public Element element() {
            return Element.SERVER;
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }

        @Override
        public List<Target> parts() {
            return serverIds.stream()
                    .<Target>map(id -> new OfServers(id, List.of(id)))
                    .toList();
        }

        @Override
        public boolean covers(String other) {
            return name.equals(other) || serverIds.contains(other);
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

        @Override
        public Element element() {
            return Element.CONTROL_PATH;
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
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

        @Override
        public Element element() {
            return Element.ARBITER_LINK;
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }
    }

    /**
     * One IPSI, or a part of it (M28, M31).
     *
     * @param fault what of it stops working when the target fails
     */
    record OfIpsi(IpsiId ipsi, IpsiFault fault) implements Target {
        /** The whole board. */
        public OfIpsi(IpsiId ipsi) {
            this(ipsi, IpsiFault.BOARD);
        }

        @Override
        public String name() {
            return "ipsi-" + ipsi;
        }

        @Override
        public Element element() {
            return Element.IPSI;
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }
    }
}
