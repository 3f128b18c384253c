package org.ipsisim.scenario;

import java.util.List;

/** A value of the YAML tree with its place. */
sealed interface Node {
    SourceSpan span();

    /** What kind of thing it is, for messages. */
    String kind();

    /**
     * A single value.
     *
     * @param text its characters, escapes resolved
     * @param plain whether it has no quotes, so that it can be a number or nothing
     */
    record Scalar(SourceSpan span, String text, boolean plain) implements Node {
        /** Whether the value is missing: {@code key:} or {@code key: null}. */
        boolean isEmpty() {
            if (!plain) {
                return false;
            }
            return switch (text) {
                case "", "~", "null", "Null", "NULL" -> true;
                default -> false;
            };
        }

        @Override
        public String kind() {
            return isEmpty() ? "nothing" : "a single value";
        }
    }

    /** A list. */
    record Listing(SourceSpan span, List<Node> items) implements Node {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Keys with their values, in the order of the file; a key can occur twice. The list can be changed. */
    record Mapping(SourceSpan span, List<Entry> entries) implements Node {
        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** One key of a mapping and its value. */
    record Entry(Scalar key, Node value) {}
}
