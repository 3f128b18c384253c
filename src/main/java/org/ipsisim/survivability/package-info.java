/**
 * What servers and IPSIs do when heartbeats stop: resets, requests for service, priority lists, fallback, calls; one class a
 * machine.
 *
 * <p>Start with {@link org.ipsisim.survivability.Simulation}, then {@code Escalation} and {@code PortNetworkControl}.
 */
@NullMarked
package org.ipsisim.survivability;

import org.jspecify.annotations.NullMarked;
