package org.ipsisim.history;

import java.util.OptionalLong;

/**
 * Time without service of a population of phones. Times are in milliseconds.
 *
 * @param phonesAffected how many phones had any
 * @param total summed over the phones
 * @param longest of any phone without a break
 * @param firstBackAt when the first phone was back after the last disturbance; empty if none was, or there was no disturbance
 * @param halfBackAt when half of those that it struck were back
 * @param allButFivePercentBackAt when all but 5 % of them were back
 * @param lastBackAt when the last was back
 */
public record PhoneOutage(
        int phonesAffected,
        long total,
        long longest,
        OptionalLong firstBackAt,
        OptionalLong halfBackAt,
        OptionalLong allButFivePercentBackAt,
        OptionalLong lastBackAt) {
    /** No phone was without service. */
    public static final PhoneOutage NONE = new PhoneOutage(
            0, 0, 0, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
}
