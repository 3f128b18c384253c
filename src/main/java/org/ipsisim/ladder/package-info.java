/**
 * The messages of one call of a run, or of one phone's registrations, as a ladder (U7 to U12, U17 to U20): as text, drawing,
 * page, Mermaid, JSON, capture, and sipp files.
 *
 * <p>Start with {@link org.ipsisim.ladder.CallPlay} and {@link org.ipsisim.ladder.RegistrationPlay}.
 */
@NullMarked
package org.ipsisim.ladder;

import org.jspecify.annotations.NullMarked;
