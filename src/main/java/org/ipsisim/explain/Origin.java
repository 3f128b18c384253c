package org.ipsisim.explain;

/**
 * What brought something about that the run itself does not explain: an event of the scenario, a setting, or chance.
 *
 * @param words what it says, such as {@code at 1m, fail wan}
 * @param place where it stands, such as {@code scenarios/wan-cut.yaml:27} or {@code --set links[0].loss=5%}; empty if in
 *     no file
 */
public record Origin(String words, String place) {
    /** The words with the place after them. */
    public String text() {
        return place.isEmpty() ? words : words + " (" + place + ")";
    }
}
