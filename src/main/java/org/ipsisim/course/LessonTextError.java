package org.ipsisim.course;

/** A text of a lesson has no meaning, at least not in its run. */
final class LessonTextError extends Exception {
    private final String allowed;
    private final String suggestion;

    /**
     * What is wrong with a text.
     *
     * @param saysOfIt to follow the text in a message: {@code is not a quantity of a run}
     * @param allowed what may stand there instead
     * @param suggestion the nearest correct text; empty for none
     */
    LessonTextError(String saysOfIt, String allowed, String suggestion) {
        super(saysOfIt);
        this.allowed = allowed;
        this.suggestion = suggestion;
    }

    LessonTextError(String saysOfIt, String allowed) {
        this(saysOfIt, allowed, "");
    }

    String allowed() {
        return allowed;
    }

    String suggestion() {
        return suggestion;
    }
}
