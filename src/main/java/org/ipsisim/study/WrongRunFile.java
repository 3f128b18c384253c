package org.ipsisim.study;

/** A file of runs cannot be used as asked for; the message tells the user why, and what would work. */
public final class WrongRunFile extends Exception {
    WrongRunFile(String message) {
        super(message);
    }
}
