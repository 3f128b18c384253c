package org.ipsisim.history;

import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.PhoneState;

/**
 * What happened to one phone.
 *
 * @param extension of its user
 * @param population that it belongs to
 * @param timeline its states; neighbours differ, and they cover the run without a gap
 */
public record PhoneHistory(long extension, String population, List<Span<In>> timeline) {
    /**
     * What a phone is in, and on which controller.
     *
     * @param state what it is in
     * @param controller the active one; while moving, the one it moves to; empty if there is none
     */
    public record In(PhoneState state, Optional<String> controller) {}

    /** Keeps a copy of the timeline. */
    public PhoneHistory {
        timeline = List.copyOf(timeline);
    }
}
