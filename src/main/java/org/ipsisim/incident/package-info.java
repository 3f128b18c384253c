/** Outages as a monitoring system has recorded them: a table of starts, ends and elements. */
package org.ipsisim.incident;
