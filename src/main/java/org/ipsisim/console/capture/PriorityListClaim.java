package org.ipsisim.console.capture;

import java.util.List;

/**
 * The priority list of an IPSI as a screen shows it.
 *
 * @param clusters best first
 * @param whole whether it is sure that nothing of it is missing
 * @param line where it stands
 */
record PriorityListClaim(List<Integer> clusters, boolean whole, Line line) {}
