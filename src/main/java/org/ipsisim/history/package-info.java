/**
 * What happened in a run: trace entries with their causes, timelines, totals. All that comes after a run reads these.
 *
 * <p>Start with {@link org.ipsisim.history.History}.
 */
@NullMarked
package org.ipsisim.history;

import org.jspecify.annotations.NullMarked;
