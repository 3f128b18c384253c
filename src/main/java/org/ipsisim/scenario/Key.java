package org.ipsisim.scenario;

import java.util.Optional;

/**
 * A key of a mapping.
 *
 * @param <V> what stands under it
 * @param name such as {@code latency}
 * @param form what may stand under it
 * @param isRequired whether it must be present
 * @param standard the default; empty if there is none, or if it depends on other keys
 * @param meaning in one sentence, for editors
 */
record Key<V>(String name, Form<V> form, boolean isRequired, Optional<V> standard, String meaning) {
    /** A required key. */
    static <V> Key<V> required(String name, Form<V> form, String meaning) {
        return new Key<>(name, form, true, Optional.empty(), meaning);
    }

    /** A key with a default. */
    static <V> Key<V> of(String name, Form<V> form, V standard, String meaning) {
        return new Key<>(name, form, false, Optional.of(standard), meaning);
    }

    /** A key that has no default, or one that depends on other keys. */
    static <V> Key<V> optional(String name, Form<V> form, String meaning) {
        return new Key<>(name, form, false, Optional.empty(), meaning);
    }

    /** The same key, not required. */
    Key<V> asOptional() {
        return new Key<>(name, form, false, standard, meaning);
    }
}
