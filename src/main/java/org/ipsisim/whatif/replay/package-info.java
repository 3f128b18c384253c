/** Recorded outages replayed: what they would have cost an estate. */
package org.ipsisim.whatif.replay;
