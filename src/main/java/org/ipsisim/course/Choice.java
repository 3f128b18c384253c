package org.ipsisim.course;

/**
 * One of the answers that a question offers.
 *
 * @param text the answer
 * @param right whether it is the right one
 * @param why why it is wrong, or more on why it is right; may be empty for the right one
 */
public record Choice(String text, boolean right, String why) {
    /** @throws IllegalArgumentException if it is wrong and nothing says why */
    public Choice {
        if (!right && why.isEmpty()) {
            throw new IllegalArgumentException("nothing says why `" + text + "` is wrong");
        }
    }
}
