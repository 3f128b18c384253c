package org.ipsisim.course;

/**
 * A lesson with everything in it worked out by running its scenario.
 *
 * @param name its name on the command line
 * @param exercise what the learner is shown and asked
 * @param experiment what to try afterwards
 * @param basis what of it is documented, and what is assumed
 */
public record Lesson(String name, Exercise exercise, Experiment experiment, String basis) {

    /**
     * What the list of lessons tells of one.
     *
     * @param name its name on the command line
     * @param title in a few words
     * @param idea the one thing it teaches, in a sentence
     * @param questions how many it asks
     */
    public record Head(String name, String title, String idea, int questions) {}
}
