package org.ipsisim.scenario;

/**
 * What stands at a key path of a scenario file.
 *
 * @param path such as {@code timers.reading} or {@code events[2]}
 * @param node what stands there
 */
record EffectiveValue(String path, Node node) {
    Span span() {
        return node.span();
    }

    /** Whether it is a single value other than nothing. */
    boolean isText() {
        return node instanceof Node.Scalar scalar && !scalar.isEmpty();
    }

    /** Whether nothing stands there: {@code key:} or {@code key: null}. */
    boolean isNothing() {
        return node instanceof Node.Scalar scalar && scalar.isEmpty();
    }

    /** Whether nothing stands there, or an empty list. */
    boolean isNothingOrEmpty() {
        return isNothing() || node instanceof Node.Listing list && list.items().isEmpty();
    }

    /** The value as a message quotes it: its text, or what kind of thing it is. */
    String shown() {
        return node instanceof Node.Scalar scalar && !scalar.isEmpty() ? scalar.text() : node.kind();
    }
}
