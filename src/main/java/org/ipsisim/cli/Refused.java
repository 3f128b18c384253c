package org.ipsisim.cli;

import java.io.IOException;
import org.ipsisim.document.IoReason;

/** A command cannot do what it was asked to do. The message tells the user why; it is empty if the user knows already. */
final class Refused extends Exception {
    private final int status;
    private final String message;

    /** @param status the exit status */
    Refused(int status, String message) {
        super(message);
        this.status = status;
        this.message = message;
    }

    /** An input is wrong, and the user has been told why. */
    Refused(int status) {
        this(status, "");
    }

    /** An input is wrong. */
    static Refused input(String message) {
        return new Refused(ExitStatus.WRONG_INPUT, message);
    }

    /** A file cannot be read or written. */
    static Refused file(String message) {
        return new Refused(ExitStatus.FILE_FAILED, message);
    }

    /** A file cannot be read or written. */
    static Refused file(Object name, IOException cause) {
        return file(name + ": " + IoReason.of(cause));
    }

    /** Why, for the user. */
    String message() {
        return message;
    }

    int status() {
        return status;
    }
}
