/** What people and other programs read of studies of many runs: text, JSON, CSV. */
package org.ipsisim.report.whatif;
