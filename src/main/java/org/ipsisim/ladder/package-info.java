/**
 * The messages of one call of a run as a ladder (U17 to U20): as text, drawing, page, Mermaid, JSON, capture, and sipp files.
 *
 * <p>Start with {@link org.ipsisim.ladder.CallPlay}.
 */
@NullMarked
package org.ipsisim.ladder;

import org.jspecify.annotations.NullMarked;
