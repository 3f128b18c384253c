/**
 * A run told: text, JSON, NDJSON, CSV, JUnit XML, and the sentences that they share.
 *
 * <p>Start with {@link org.ipsisim.report.TextReport}.
 */
@NullMarked
package org.ipsisim.report;

import org.jspecify.annotations.NullMarked;
