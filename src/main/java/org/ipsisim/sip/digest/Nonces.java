package org.ipsisim.sip.digest;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The nonces of a server. It remembers only those that a user has used with the right password, each as long as it is valid:
 * challenges to strangers take no memory.
 */
public final class Nonces {
    /** How long a nonce is usually valid, in milliseconds. */
    public static final long LIFETIME = 300_000;

    private static final int TIME_DIGITS = 12;
    private static final int MARK_DIGITS = 32;

    private record Used(long since, long count) {}

    private final NonceUse use;
    private final long lifetime;
    private final Tokens tokens;
    private final String key;
    private final Map<String, Used> used = new LinkedHashMap<>();

    /**
     * The nonces of a server that has just started.
     *
     * @param lifetime how long each is valid, in milliseconds
     * @param tokens random texts; the first ones are the key with which it knows its own nonces again
     */
    public Nonces(NonceUse use, long lifetime, Tokens tokens) {
        this.use = use;
        this.lifetime = lifetime;
        this.tokens = tokens;
        this.key = tokens.next() + tokens.next();
    }

    /** A new nonce. It says when it was made, and has a mark that only this server can make. */
    public String issue(long now) {
        String start = digits(now) + tokens.next();
        return start + mark(start);
    }

    private static String digits(long time) {
        String digits = Long.toHexString(time);
        return "0".repeat(TIME_DIGITS - digits.length()) + digits;
    }

    private String mark(String start) {
        return tokens.mark(key, start).substring(0, MARK_DIGITS);
    }

    /**
     * Whether someone who knows the password may use this nonce now; remembers that he did (D3). If not, the nonce is too old,
     * used up or not ours, and a new challenge says {@code stale=true} (D4).
     */
    public boolean accepts(Credentials credentials, long now) {
        String nonce = credentials.nonce();
        if (nonce.length() <= TIME_DIGITS + MARK_DIGITS || !hasMark(nonce)) {
            return false;
        }
        forgetOld(now);
        long issued = Long.parseLong(nonce.substring(0, TIME_DIGITS), 16);
        if (now - issued >= lifetime) {
            return false;
        }
        Used before = used.get(nonce);
        if (before != null && (use == NonceUse.ONE_TIME || credentials.count() <= before.count)) {
            return false;
        }
        used.put(nonce, new Used(before == null ? now : before.since, credentials.count()));
        return true;
    }

    private boolean hasMark(String nonce) {
        String start = nonce.substring(0, nonce.length() - MARK_DIGITS);
        return nonce.substring(start.length()).equals(mark(start));
    }

    /** Nonces stand in the order of their first use, no more than a lifetime after they were made. */
    private void forgetOld(long now) {
        Iterator<Used> oldest = used.values().iterator();
        while (oldest.hasNext() && now - oldest.next().since >= lifetime) {
            oldest.remove();
        }
    }
}
