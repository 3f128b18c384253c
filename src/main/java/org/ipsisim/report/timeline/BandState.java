package org.ipsisim.report.timeline;

import java.util.Arrays;
import java.util.List;
import org.ipsisim.estate.PnState;

/**
 * A state that bands of a timeline show, and how it looks; colours as {@code #rrggbb}.
 *
 * @param rank its place in legends, mildest first
 * @param key its name in style sheets
 * @param words its name in legends and tooltips
 * @param fill the ground on white paper
 * @param ink text on it, with a contrast of at least 4.5 to 1
 * @param darkFill the ground on a dark page
 * @param darkInk text on that
 * @param lines the colour of the hatching
 * @param hatch the hatching
 */
public record BandState(
        int rank,
        String key,
        String words,
        String fill,
        String ink,
        String darkFill,
        String darkInk,
        String lines,
        Hatch hatch)
        implements Comparable<BandState> {
    /**
     * The states of port networks, in the order of {@link PnState}: colours of the Okabe-Ito set, which colour-blind
     * readers tell apart. Service itself is a tint, so that the eye goes to what is not in service.
     */
    public static final List<BandState> OF_PORT_NETWORKS =
            Arrays.stream(PnState.values()).map(BandState::look).toList();

    private static BandState look(PnState state) {
        return switch (state) {
            case IN_SERVICE -> new BandState(state, "#b2e2d5", "#12392f", "#1f5a4b", "#dcf3ec", "#8fcbbb", Hatch.NONE);
            case CONTACT_LOST -> new BandState(state, "#f0e442", "#1a1a1a", "#b5aa00", Hatch.RISING);
            case WARM_RESET -> new BandState(state, "#e69f00", "#1a1a1a", "#a87400", Hatch.FALLING);
            case COLD_RESET -> new BandState(state, "#d55e00", "#000000", "#8f3f00", Hatch.CROSSED);
            case NO_SERVICE -> new BandState(state, "#cc79a7", "#1a1a1a", "#944f75", Hatch.HORIZONTAL);
            case RESTARTING -> new BandState(state, "#0072b2", "#ffffff", "#66aad1", Hatch.VERTICAL);
            case DOWN -> new BandState(state, "#2b2b2b", "#ffffff", "#08090a", "#ffffff", "#2b2b2b", Hatch.NONE);
        };
    }

    /** One that looks the same on a dark page. */
    private BandState(PnState state, String fill, String ink, String lines, Hatch hatch) {
        this(state, fill, ink, fill, ink, lines, hatch);
    }

    private BandState(
            PnState state, String fill, String ink, String darkFill, String darkInk, String lines, Hatch hatch) {
        this(state.ordinal(), state.key(), state.words(), fill, ink, darkFill, darkInk, lines, hatch);
    }

    /** The state of a port network. */
    public static BandState of(PnState state) {
        return OF_PORT_NETWORKS.get(state.ordinal());
    }

    /** Another state that looks the same. */
    public BandState named(int otherRank, String otherWords) {
        return new BandState(otherRank, key, otherWords, fill, ink, darkFill, darkInk, lines, hatch);
    }

    @Override
    public int compareTo(BandState other) {
        return Integer.compare(rank, other.rank);
    }
}
