/** {@code monte-carlo}: a scenario run many times under outages by chance, and what that says. */
package org.ipsisim.study.montecarlo;
