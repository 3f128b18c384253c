package org.ipsisim.console;

/**
 * A line of a capture.
 *
 * @param file the file it is in
 * @param number its number in the file, from 1
 * @param text without control characters, tabs and blanks at its end
 * @param room how much shorter it is than the longest line of the file
 * @param full whether its last word may continue: it is as long as the longest line, terminals are wider, and the next line
 *     does not begin with a blank; or it is the last line and has no end
 */
record CaptureLine(String file, int number, String text, int room, boolean full) {
    /** Such as {@code pns.txt:12}. */
    String place() {
        return file + ":" + number;
    }

    /** This line joined with the next one, as if it had been wrapped at a blank. */
    CaptureLine with(CaptureLine next) {
        return new CaptureLine(file, number, text + " " + next.text.strip(), next.room, next.full);
    }

    /** Whether the first word of the next line would have made this one longer than any other. */
    boolean hasNoRoomFor(CaptureLine next) {
        String rest = next.text.strip();
        int blank = rest.indexOf(' ');
        return 1 + (blank < 0 ? rest.length() : blank) > room;
    }

    /** How many blanks it begins with. */
    int indentation() {
        return text.length() - text.stripLeading().length();
    }
}
