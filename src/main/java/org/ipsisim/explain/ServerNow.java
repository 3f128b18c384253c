package org.ipsisim.explain;

import org.ipsisim.history.ServerRole;

/**
 * What a server is at the moment.
 *
 * @param id its name, such as {@code main-b}
 * @param role what it does
 * @param isRefreshed whether it could become active without losing calls (R67)
 */
public record ServerNow(String id, ServerRole role, boolean isRefreshed) {}
