package org.ipsisim.course;

/**
 * What the list of lessons tells of one.
 *
 * @param name its name on the command line
 * @param title in a few words
 * @param idea the one thing it teaches, in a sentence
 * @param questions how many it asks
 */
public record LessonHead(String name, String title, String idea, int questions) {}
