/**
 * Sites, links, faults, losses and outages by chance: who gets what through to whom, and when.
 *
 * <p>Start with {@link org.ipsisim.network.Network}.
 */
@NullMarked
package org.ipsisim.network;

import org.jspecify.annotations.NullMarked;
