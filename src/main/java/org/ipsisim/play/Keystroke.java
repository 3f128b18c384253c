package org.ipsisim.play;

/**
 * A key that was pressed.
 *
 * @param name which one
 * @param character the character, as a code point; 0 for a key that has none
 */
record Keystroke(Name name, int character) {
    /** The kinds of keys. */
    enum Name {
        CHARACTER,
        ENTER,
        ESCAPE,
        TAB,
        BACKSPACE,
        DELETE,
        UP,
        DOWN,
        LEFT,
        RIGHT,
        PAGE_UP,
        PAGE_DOWN,
        HOME,
        END,
        /** Ctrl-C. */
        INTERRUPT,
        /** Ctrl-Z. */
        SUSPEND,
        /** Ctrl-L. */
        REDRAW,
        /** Ctrl-U. */
        CLEAR,
        /** A key without a meaning here. */
        OTHER
    }

    static Keystroke of(Name name) {
        return new Keystroke(name, 0);
    }

    static Keystroke of(int character) {
        return new Keystroke(Name.CHARACTER, character);
    }
}
