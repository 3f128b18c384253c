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
 * @param minimum the shortest lifetime in seconds (S14)
 * @param usual the lifetime of who asks for none, in seconds (S6)
 * @param maximum the longest lifetime in seconds (S14)
 * @param tooBrief what happens to who asks for less than the minimum
 * @param devices the most bindings of a user (S23)
 * @param excess what happens beyond them
 * @param nonceLifetime how long a nonce is valid, in milliseconds
 * @param algorithms those that it challenges with, most preferred first (D6)
 * @param clockStart what its clock shows at time 0, in milliseconds since 1970, for Date (S13)
 */
public record RegistrarPolicy(
        String domain,
        Set<String> hosts,
        long minimum,
        long usual,
        long maximum,
        TooBrief tooBrief,
        int devices,
        Excess excess,
        NonceUse nonceUse,
        long nonceLifetime,
        List<DigestAlgorithm> algorithms,
        long clockStart) {

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
                60,
                3600,
                86_400,
                TooBrief.REJECT_423,
                10,
                Excess.DROP_OLDEST,
                NonceUse.ONE_TIME,
                Nonces.LIFETIME,
                List.of(DigestAlgorithm.MD5),
                0);
    }

    /** The same with other names of the server. */
    public RegistrarPolicy knownAs(Set<String> names) {
        return new RegistrarPolicy(
                domain,
                names,
                minimum,
                usual,
                maximum,
                tooBrief,
                devices,
                excess,
                nonceUse,
                nonceLifetime,
                algorithms,
                clockStart);
    }

    /** The same with other limits of lifetimes in seconds. */
    public RegistrarPolicy lifetimes(long shortest, long granted, long longest, TooBrief below) {
        return new RegistrarPolicy(
                domain,
                hosts,
                shortest,
                granted,
                longest,
                below,
                devices,
                excess,
                nonceUse,
                nonceLifetime,
                algorithms,
                clockStart);
    }

    /** The same with another limit of devices. */
    public RegistrarPolicy devices(int most, Excess beyond) {
        return new RegistrarPolicy(
                domain,
                hosts,
                minimum,
                usual,
                maximum,
                tooBrief,
                most,
                beyond,
                nonceUse,
                nonceLifetime,
                algorithms,
                clockStart);
    }

    /** The same with other challenges. */
    public RegistrarPolicy challenges(NonceUse use, List<DigestAlgorithm> preferred) {
        return new RegistrarPolicy(
                domain,
                hosts,
                minimum,
                usual,
                maximum,
                tooBrief,
                devices,
                excess,
                use,
                nonceLifetime,
                preferred,
                clockStart);
    }

    /** The same with nonces that are valid for another time, in milliseconds. */
    public RegistrarPolicy nonceLifetime(long valid) {
        return new RegistrarPolicy(
                domain,
                hosts,
                minimum,
                usual,
                maximum,
                tooBrief,
                devices,
                excess,
                nonceUse,
                valid,
                algorithms,
                clockStart);
    }

    /** The same with another clock. */
    public RegistrarPolicy clock(long start) {
        return new RegistrarPolicy(
                domain,
                hosts,
                minimum,
                usual,
                maximum,
                tooBrief,
                devices,
                excess,
                nonceUse,
                nonceLifetime,
                algorithms,
                start);
    }

    /** Whether a host is this domain or this server. */
    public boolean serves(String host) {
        return domain.equalsIgnoreCase(host) || hosts.stream().anyMatch(host::equalsIgnoreCase);
    }
}
