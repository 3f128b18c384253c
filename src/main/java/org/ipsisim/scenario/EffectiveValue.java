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

    /** The value as a message quotes it: its text, or what kind of thing it is. */
    String shown() {
        return node instanceof Node.Scalar scalar && !scalar.isEmpty() ? scalar.text() : node.kind();
    }
}
