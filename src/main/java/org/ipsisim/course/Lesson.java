package org.ipsisim.course;

/**
 * A lesson; all its answers come from running its scenario.
 *
 * @param name its name on the command line
 * @param exercise what the learner is shown and asked
 * @param experiment what to try afterwards
 * @param basis which of it is documented, and which assumed
 */
public record Lesson(String name, Exercise exercise, Experiment experiment, String basis) {

    /**
     * What the list of lessons says about a lesson.
     *
     * @param name its name on the command line
     * @param title in a few words
     * @param idea the one thing it teaches, in a sentence
     * @param questions how many it asks
     */
    public record Head(String name, String title, String idea, int questions) {}
}
