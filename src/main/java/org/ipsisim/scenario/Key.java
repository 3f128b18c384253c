package org.ipsisim.scenario;

import java.util.Optional;

/**
 * A key of a mapping.
 *
 * @param <V> what stands under it
 * @param name such as {@code latency}
 * @param form what may stand under it
 * @param isRequired whether it must be there
 * @param standard what holds without it; empty if nothing does, or it depends on other keys
 * @param meaning in one sentence, for editors
 */
record Key<V>(String name, Form<V> form, boolean isRequired, Optional<V> standard, String meaning) {
    /** A key that must be there. */
    static <V> Key<V> required(String name, Form<V> form, String meaning) {
        return new Key<>(name, form, true, Optional.empty(), meaning);
    }

    /** A key with a default. */
    static <V> Key<V> of(String name, Form<V> form, V standard, String meaning) {
        return new Key<>(name, form, false, Optional.of(standard), meaning);
    }

    /** A key without which nothing holds, or something that depends on other keys. */
    static <V> Key<V> optional(String name, Form<V> form, String meaning) {
        return new Key<>(name, form, false, Optional.empty(), meaning);
    }

    /** The same key where it may be missing. */
    Key<V> asOptional() {
        return new Key<>(name, form, false, standard, meaning);
    }
}
