package org.ipsisim.scenario;

/** How bad a diagnostic is. */
public enum Severity {
    /** The scenario cannot be run. */
    ERROR("error"),
    /** The scenario runs, but probably not as meant. */
    WARNING("warning");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** The word in a message. */
    public String word() {
        return word;
    }
}
