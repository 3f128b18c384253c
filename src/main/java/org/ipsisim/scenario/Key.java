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
    /** The value in a file; empty if there is none or, with an error, if it is wrong, or missing and required. */
    Optional<V> find(Fields fields) {
        Optional<EffectiveValue> value = isRequired ? fields.require(name, form.allowed()) : fields.find(name);
        return value.isEmpty() ? Optional.empty() : fields.read(this, value.get());
    }

    /** The value in a file, or what holds without it. */
    V get(Fields fields) {
        return find(fields).orElseGet(standard::orElseThrow);
    }

    /** The same key where it may be missing. */
    Key<V> asOptional() {
        return new Key<>(name, form, false, standard, meaning);
    }

    boolean isIn(Fields fields) {
        return fields.has(name);
    }

    /** What stands under the key, which must be there. */
    EffectiveValue valueIn(Fields fields) {
        return fields.find(name).orElseThrow();
    }

    /** Adds a warning at the key itself, such as that it has no effect. */
    Finding warn(Fields fields, String message) {
        return fields.reading().problems().warning(fields.keySpan(name), fields.path(name), message);
    }
}
