/** What outages by chance cost: a scenario run many times, and what can be said from these runs. */
package org.ipsisim.whatif.chance;
