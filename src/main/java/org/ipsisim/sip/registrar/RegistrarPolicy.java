package org.ipsisim.sip.registrar;

import java.util.List;
import java.util.Set;
import org.ipsisim.sip.digest.DigestAlgorithm;
import org.ipsisim.sip.digest.NonceUse;
import org.ipsisim.sip.digest.Nonces;

/**
 * What a registrar leaves to its administrator.
 *
 * @param domain its domain, which is its realm as well
 * @param hosts other names of itself that phones may write for the domain
 * @param clockStart what its clock shows at time 0, in milliseconds since 1970, for Date (S13)
 */
public record RegistrarPolicy(
        String domain,
        Set<String> hosts,
        Lifetimes lifetimes,
        Devices devices,
        Challenges challenges,
        long clockStart) {

    /**
     * How long registrations last, in seconds (S6, S14).
     *
     * @param usual the lifetime of who asks for none
     * @param tooBrief what happens to who asks for less than the minimum
     */
    public record Lifetimes(long minimum, long usual, long maximum, TooBrief tooBrief) {}

    /** The most bindings of a user, and what happens beyond them (S23). */
    public record Devices(int most, Excess excess) {}

    /**
     * How it asks for credentials.
     *
     * @param nonceLifetime how long a nonce is valid, in milliseconds
     * @param algorithms most preferred first (D6)
     */
    public record Challenges(NonceUse nonceUse, long nonceLifetime, List<DigestAlgorithm> algorithms) {}

    /** What happens to who asks for too short a lifetime (S14). */
    public enum TooBrief {
        /** 423 with Min-Expires, as the RFC has it. */
        REJECT_423,
        /** A longer one is granted silently, as some servers do. */
        CLAMP_UP
    }

    /** What happens to a user's eleventh device (S23). */
    public enum Excess {
        DROP_OLDEST,
        /** 403 with a Warning. */
        REJECT_403
    }

    /** The policy of a domain: one minute to one day, an hour if nothing is asked for, ten devices, one-time nonces, MD5. */
    public static RegistrarPolicy of(String domain) {
        return new RegistrarPolicy(
                domain,
                Set.of(),
                new Lifetimes(60, 3600, 86_400, TooBrief.REJECT_423),
                new Devices(10, Excess.DROP_OLDEST),
                new Challenges(NonceUse.ONE_TIME, Nonces.LIFETIME, List.of(DigestAlgorithm.MD5)),
                0);
    }

    /** The same with other names of the server. */
    public RegistrarPolicy knownAs(Set<String> names) {
        return new RegistrarPolicy(domain, names, lifetimes, devices, challenges, clockStart);
    }

    /** The same with other lifetimes, in seconds. */
    public RegistrarPolicy lifetimes(long minimum, long usual, long maximum, TooBrief tooBrief) {
        Lifetimes others = new Lifetimes(minimum, usual, maximum, tooBrief);
        return new RegistrarPolicy(domain, hosts, others, devices, challenges, clockStart);
    }

    /** The same with another limit of devices. */
    public RegistrarPolicy devices(int most, Excess excess) {
        return new RegistrarPolicy(domain, hosts, lifetimes, new Devices(most, excess), challenges, clockStart);
    }

    /** The same with other challenges. */
    public RegistrarPolicy challenges(NonceUse use, List<DigestAlgorithm> preferred) {
        Challenges others = new Challenges(use, challenges.nonceLifetime, preferred);
        return new RegistrarPolicy(domain, hosts, lifetimes, devices, others, clockStart);
    }

    /** The same with nonces that are valid for another time, in milliseconds. */
    public RegistrarPolicy nonceLifetime(long valid) {
        Challenges others = new Challenges(challenges.nonceUse, valid, challenges.algorithms);
        return new RegistrarPolicy(domain, hosts, lifetimes, devices, others, clockStart);
    }

    /** The same with another clock. */
    public RegistrarPolicy clock(long start) {
        return new RegistrarPolicy(domain, hosts, lifetimes, devices, challenges, start);
    }

    /** Whether a host is this domain or this server. */
    public boolean serves(String host) {
        return domain.equalsIgnoreCase(host) || hosts.stream().anyMatch(host::equalsIgnoreCase);
    }
}
