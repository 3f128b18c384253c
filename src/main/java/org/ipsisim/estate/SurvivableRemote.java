package org.ipsisim.estate;

import java.time.Duration;

/**
 * A survivable remote (formerly LSP): it serves gateways and phones, and never controls an IPSI (R41, M19).
 *
 * @param name its name, such as {@code lsp-1}
 * @param site its site
 * @param activationDelay how long it cannot reach an active main before it is active itself (U14, A18)
 * @param returnDelay how long it reaches one again before it is active no more (U14, A34)
 */
public record SurvivableRemote(String name, String site, Duration activationDelay, Duration returnDelay) {
    /** The activation delay of one that gives none. */
    public static final Duration DEFAULT_ACTIVATION_DELAY = Duration.ofMinutes(2);

    /** The return delay of one that gives none. */
    public static final Duration DEFAULT_RETURN_DELAY = Duration.ofMinutes(3);

    /** One with the default delays. */
    public SurvivableRemote(String name, String site) {
        this(name, site, DEFAULT_ACTIVATION_DELAY, DEFAULT_RETURN_DELAY);
    }
}
