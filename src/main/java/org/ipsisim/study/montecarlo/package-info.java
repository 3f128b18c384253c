/** {@code monte-carlo}: a scenario run many times under outages by chance, and what that says. */
@NullMarked
package org.ipsisim.study.montecarlo;

import org.jspecify.annotations.NullMarked;
