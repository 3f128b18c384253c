package org.ipsisim.history;

import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Target;

/**
 * Whom or what something happens to in a run. Subjects are ordered by name, then by kind.
 *
 * @param kind what it is
 * @param name the name in results: {@code pn-1}, {@code ipsi-1a}, {@code main}, {@code main-a}, {@code sc-10}, {@code wan}
 * @param pn the number of the port network that it is, or that it is an IPSI of; 0 if it is neither
 */
public record Subject(Kind kind, String name, int pn) implements Comparable<Subject> {
    /** What a subject is. */
    public enum Kind {
        PORT_NETWORK,
        IPSI,
        /** A server, a cluster, a session manager, or a survivable remote. */
        SERVER,
        /** A population of SIP phones. */
        PHONES,
        LINK,
        SITE,
        ARBITER_LINK,
        /** The timers that an administrator sets. */
        TIMERS
    }

    /** The timers that an administrator sets. */
    public static final Subject TIMERS = new Subject(Kind.TIMERS, "timers", 0);

    /** Every link over which the two servers of a duplex main hear each other. */
    public static final Subject ARBITER_LINK = new Subject(Kind.ARBITER_LINK, Target.OfArbiterLink.NAME, 0);

    /** Both main servers together. */
    public static final Subject MAIN = server("main");

    /** A port network by its number. */
    public static Subject pn(int number) {
        return new Subject(Kind.PORT_NETWORK, "pn-" + number, number);
    }

    /** An IPSI. */
    public static Subject ipsi(IpsiId ipsi) {
        return new Subject(Kind.IPSI, "ipsi-" + ipsi, ipsi.pn());
    }

    /** A server or a cluster by its name, such as {@code main-a} or {@code sc-10}. */
    public static Subject server(String name) {
        return new Subject(Kind.SERVER, name, 0);
    }

    /** A survivable core by its cluster number. */
    public static Subject core(int cluster) {
        return server("sc-" + cluster);
    }

    /** A population of SIP phones by its name. */
    public static Subject phones(String population) {
        return new Subject(Kind.PHONES, population, 0);
    }

    /** A link by its name. */
    public static Subject link(String name) {
        return new Subject(Kind.LINK, name, 0);
    }

    /** A site by its name. */
    public static Subject site(String name) {
        return new Subject(Kind.SITE, name, 0);
    }

    /** What an event of a scenario strikes; of a control path, the port network. */
    public static Subject of(Target target) {
        return switch (target.element()) {
            case LINK -> link(target.name());
            case SITE -> site(target.name());
            case SERVER -> server(target.name());
            case ARBITER_LINK -> ARBITER_LINK;
            case CONTROL_PATH -> pn(((Target.OfControlPath) target).pn());
            case IPSI -> ipsi(((Target.OfIpsi) target).ipsi());
        };
    }

    /** Whether it is a whole port network. */
    public boolean isPn() {
        return kind == Kind.PORT_NETWORK;
    }

    /** Whether it is a port network or one of its IPSIs. */
    public boolean isOf(int portNetwork) {
        return pn == portNetwork;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Subject its && kind == its.kind && pn == its.pn && name.equals(its.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public int compareTo(Subject other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : kind.compareTo(other.kind);
    }

    @Override
    public String toString() {
        return name;
    }
}
