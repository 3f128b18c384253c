package org.ipsisim.sip.transaction;

/** Hears what happens inside a machine between two messages: a timer that runs out, a binding that ends. */
@FunctionalInterface
public interface Journal {
    /** A journal that nobody reads. */
    Journal NONE = (rule, text) -> {};

    /**
     * Hears one thing.
     *
     * @param rule the rule that makes it happen, such as {@code P7}
     */
    void note(String rule, String text);
}
