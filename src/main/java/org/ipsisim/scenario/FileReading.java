package org.ipsisim.scenario;

/**
 * What all parts of reading one file share.
 *
 * @param problems what is wrong with it
 * @param positions where its values stand
 */
record FileReading(Problems problems, Positions positions) {
    /** Adds an error about a value, which it quotes: {@code `20s` is out of range}. */
    Finding error(EffectiveValue value, String saysOfIt) {
        return problems.error(value.span(), value.path(), quoted(value).concat(saysOfIt))
                .found(value.shown());
    }

    private static String quoted(EffectiveValue value) {
        boolean text = value.node() instanceof Node.Scalar scalar && !scalar.isEmpty();
        return text ? Quote.of(value.shown()).concat(" ") : value.shown().concat(" ");
    }
}
