/** Questions that take many runs: comparisons, thresholds, sweeps, audits. Runs share nothing; results come in a fixed order. */
package org.ipsisim.whatif;
