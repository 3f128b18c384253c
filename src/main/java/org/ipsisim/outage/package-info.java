/** Outages by chance: which ones a run of a scenario has, as a function of its seed alone. */
package org.ipsisim.outage;
