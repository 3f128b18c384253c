package org.ipsisim.torture;

/** What a command must never do, in words. */
final class Finding extends Exception {
    private static final long serialVersionUID = 1;

    Finding(String message) {
        super(message);
    }

    static void unless(boolean fine, String message) throws Finding {
        if (!fine) {
            throw new Finding(message);
        }
    }
}
