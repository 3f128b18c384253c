/** What people and other programs read of a run: text, JSON, NDJSON, CSV, JUnit XML, and the sentences they share. */
package org.ipsisim.report;
