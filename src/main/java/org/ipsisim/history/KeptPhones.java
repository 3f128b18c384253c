package org.ipsisim.history;

import java.util.Optional;
import java.util.Set;

/**
 * The phones of a run whose own histories are kept, besides those of its calls. What happens is the same whichever they are
 * (U20).
 *
 * @param all whether every phone is kept
 * @param registrars names of session managers whose registrations at the end are kept
 * @param watched the one phone whose messages are kept as well
 */
public record KeptPhones(boolean all, Set<String> registrars, Optional<Watched> watched) {
    /**
     * A phone whose messages are kept.
     *
     * @param population that it belongs to
     */
    public record Watched(String population, long extension) {}

    /** No phone. */
    public static final KeptPhones NONE = new KeptPhones(false, Set.of(), Optional.empty());

    /** Every phone. */
    public static final KeptPhones ALL = new KeptPhones(true, Set.of(), Optional.empty());

    /** Keeps a copy of the set. */
    public KeptPhones {
        registrars = Set.copyOf(registrars);
    }

    /** No phone, but the registrations that a session manager has at the end. */
    public static KeptPhones registrationsWith(String sessionManager) {
        return new KeptPhones(false, Set.of(sessionManager), Optional.empty());
    }

    /** The messages of one phone, and no timeline. */
    public static KeptPhones watching(String population, long extension) {
        return new KeptPhones(false, Set.of(), Optional.of(new Watched(population, extension)));
    }
}
