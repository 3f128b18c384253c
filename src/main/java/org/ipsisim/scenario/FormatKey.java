package org.ipsisim.scenario;

import java.util.Optional;

/**
 * A key of a mapping.
 *
 * @param <V> the type of its value
 * @param name such as {@code latency}
 * @param form what it may hold
 * @param isRequired whether it must be present
 * @param standard the default; empty if there is none, or if it depends on other keys
 * @param meaning in one sentence, for editors
 */
record FormatKey<V>(String name, ValueForm<V> form, boolean isRequired, Optional<V> standard, String meaning) {
    /** A required key. */
    static <V> FormatKey<V> required(String name, ValueForm<V> form, String meaning) {
        return new FormatKey<>(name, form, true, Optional.empty(), meaning);
    }

    /** A key with a default. */
    static <V> FormatKey<V> of(String name, ValueForm<V> form, V standard, String meaning) {
        return new FormatKey<>(name, form, false, Optional.of(standard), meaning);
    }

    /** A key that has no default, or one that depends on other keys. */
    static <V> FormatKey<V> optional(String name, ValueForm<V> form, String meaning) {
        return new FormatKey<>(name, form, false, Optional.empty(), meaning);
    }

    /** The same key, not required. */
    FormatKey<V> asOptional() {
        return new FormatKey<>(name, form, false, standard, meaning);
    }
}
