package org.ipsisim.scenario;

/**
 * The value at a key path of a scenario file.
 *
 * @param path such as {@code timers.reading} or {@code events[2]}
 * @param node what is there
 */
record EffectiveValue(String path, Node node) {
    SourceSpan span() {
        return node.span();
    }

    /** Whether it is a single value other than nothing. */
    boolean isText() {
        return node instanceof Node.Scalar scalar && !scalar.isEmpty();
    }

    /** Whether the value is missing: {@code key:} or {@code key: null}. */
    boolean isNothing() {
        return node instanceof Node.Scalar scalar && scalar.isEmpty();
    }

    /** Whether the value is missing or an empty list. */
    boolean isNothingOrEmpty() {
        return isNothing() || node instanceof Node.Listing list && list.items().isEmpty();
    }

    /** The value as a message quotes it: its text, or what kind of thing it is. */
    String shown() {
        return node instanceof Node.Scalar scalar && !scalar.isEmpty() ? scalar.text() : node.kind();
    }
}
