/** What happened in a run: trace entries with causes, timelines, totals; everything after a run reads these. */
package org.ipsisim.history;
