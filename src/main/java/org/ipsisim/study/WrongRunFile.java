package org.ipsisim.study;

/** A file of runs cannot be used as asked for; the message says to the user why, and what would do. */
public final class WrongRunFile extends Exception {
    WrongRunFile(String message) {
        super(message);
    }
}
