package org.ipsisim.study;

/** The record of a study lacks a run, or has an impossible one; the message is for the user. */
public final class UnusableRecord extends RuntimeException {
    UnusableRecord(String message) {
        super(message);
    }
}
