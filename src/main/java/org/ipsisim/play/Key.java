package org.ipsisim.play;

/**
 * A key that was pressed.
 *
 * @param name which one
 * @param character the character, as a code point; 0 for a key that has none
 */
record Key(Name name, int character) {
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

    static Key of(Name name) {
        return new Key(name, 0);
    }

    static Key of(int character) {
        return new Key(Name.CHARACTER, character);
    }
}
