/**
 * Why a port network is in its state at a moment: causes, timers, what comes next, and what would have prevented it.
 *
 * <p>Start with {@link org.ipsisim.explain.Explanation}.
 */
@NullMarked
package org.ipsisim.explain;

import org.jspecify.annotations.NullMarked;
