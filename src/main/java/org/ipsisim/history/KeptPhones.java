package org.ipsisim.history;

import java.util.Optional;
import java.util.Set;

/**
 * The phones of a run whose own histories are kept. What happens is the same whichever they are (U20).
 *
 * @param all whether every phone is kept
 * @param extensions of those that are kept if not all are
 * @param registrars names of session managers whose registrations at the end are kept
 * @param watched the one phone whose messages are kept as well
 */
public record KeptPhones(boolean all, Set<Long> extensions, Set<String> registrars, Optional<Watched> watched) {
    /**
     * A phone whose messages are kept.
     *
     * @param population that it belongs to
     */
    public record Watched(String population, long extension) {}

    /** No phone. */
    public static final KeptPhones NONE = new KeptPhones(false, Set.of(), Set.of(), Optional.empty());

    /** Every phone. */
    public static final KeptPhones ALL = new KeptPhones(true, Set.of(), Set.of(), Optional.empty());

    /** Keeps copies of the sets. */
    public KeptPhones {
        extensions = Set.copyOf(extensions);
        registrars = Set.copyOf(registrars);
    }

    /** The phones of some extensions. */
    public static KeptPhones of(Set<Long> extensions) {
        return new KeptPhones(false, extensions, Set.of(), Optional.empty());
    }

    /** No phone, but the registrations that a session manager has at the end. */
    public static KeptPhones registrationsWith(String sessionManager) {
        return new KeptPhones(false, Set.of(), Set.of(sessionManager), Optional.empty());
    }

    /** The messages of one phone, and no timeline. */
    public static KeptPhones watching(String population, long extension) {
        return new KeptPhones(false, Set.of(), Set.of(), Optional.of(new Watched(population, extension)));
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
