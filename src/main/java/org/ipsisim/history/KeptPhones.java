package org.ipsisim.history;

import java.util.Set;

/**
 * The phones of a run whose own histories are kept. What happens is the same whichever they are (U20).
 *
 * @param all whether every phone is kept
 * @param extensions of those that are kept if not all are
 */
public record KeptPhones(boolean all, Set<Long> extensions) {
    /** No phone. */
    public static final KeptPhones NONE = new KeptPhones(false, Set.of());

    /** Every phone. */
    public static final KeptPhones ALL = new KeptPhones(true, Set.of());

    /** Keeps a copy of the set. */
    public KeptPhones {
        extensions = Set.copyOf(extensions);
    }

    /** The phones of some extensions. */
    public static KeptPhones of(Set<Long> extensions) {
        return new KeptPhones(false, extensions);
    }

    /** Whether any phone may be kept. */
    public boolean any() {
        return all || !extensions.isEmpty();
    }

    /** Whether the phones of an extension are kept. */
    public boolean keeps(long extension) {
        return all || extensions.contains(extension);
    }
}
