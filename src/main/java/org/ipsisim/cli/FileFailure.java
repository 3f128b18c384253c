package org.ipsisim.cli;

import java.io.IOException;
import org.ipsisim.document.IoReason;

/** A file could not be read or written; the message is for the user. */
final class FileFailure extends Refused {
    FileFailure(String message) {
        super(ExitStatus.FILE_FAILED, message);
    }

    /** Why it failed, in words. */
    static String reason(IOException e) {
        return IoReason.of(e);
    }
}
