package org.ipsisim.report.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ipsisim.estate.PnState;

/**
 * A state that bands of a timeline show, and how it looks; colours as {@code #rrggbb}.
 *
 * @param rank its place in legends, mildest first
 * @param key its name in style sheets
 * @param words its name in tooltips, and in legends before the controller
 * @param controller the server in control, where the look tells; otherwise empty
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
        String controller,
        String fill,
        String ink,
        String darkFill,
        String darkInk,
        String lines,
        Hatch hatch)
        implements Comparable<BandState> {
    /** Ranks from one state to the next; service has one for each controller. */
    static final int RANKS = 1000;

    /**
     * The states of port networks, in the order of {@link PnState}: colours of the Okabe-Ito set, which colour-blind
     * readers tell apart. Service itself is a tint, so that the eye goes to what is not in service.
     */
    public static final List<BandState> OF_PORT_NETWORKS =
            Arrays.stream(PnState.values()).map(BandState::look).toList();

    /** Service by survivable cores: a tint for each, and dots as on a die. More cores than tints share them. */
    private static final List<BandState> OF_CORES = List.of(
            core(1, "#c6d4f5", "#5568b5", Hatch.ONE),
            core(2, "#ead7b0", "#866a30", Hatch.TWO),
            core(3, "#ddc9ef", "#8052ad", Hatch.THREE),
            core(4, "#cfe3a1", "#567520", Hatch.FOUR),
            core(5, "#f5cdc9", "#a84e47", Hatch.FIVE),
            core(6, "#ccd6dc", "#5b6f7b", Hatch.SIX));

    /** What needs no colour, such as a server that controls nothing. */
    static final BandState PLAIN =
            new BandState(0, "plain", "", "", "#f4f6f7", "#1c2226", "#1d2327", "#e6eaed", "#59636b", Hatch.NONE);

    /** All looks of port networks: their states, then service by survivable cores. */
    public static final List<BandState> LOOKS = looks();

    private static List<BandState> looks() {
        List<BandState> looks = new ArrayList<>(OF_PORT_NETWORKS);
        looks.addAll(OF_CORES);
        return List.copyOf(looks);
    }

    private static BandState core(int number, String fill, String darkFill, Hatch hatch) {
        String words = PnState.IN_SERVICE.words();
        return new BandState(
                number, "core-" + number, words, "", fill, "#1a1a1a", darkFill, "#ffffff", darkFill, hatch);
    }

    /**
     * Service by a controller.
     *
     * @param core its place among the survivable cores, from 0; less for the main
     * @param controller its name
     */
    static BandState inService(int core, String controller) {
        BandState look = core < 0 ? of(PnState.IN_SERVICE) : OF_CORES.get(core % OF_CORES.size());
        return look.with(core + 2, look.words, controller);
    }

    private static BandState look(PnState state) {
        return switch (state) {
            case IN_SERVICE -> new BandState(state, "#b2e2d5", "#12392f", "#2d7d6a", "#ffffff", "#8fcbbb", Hatch.NONE);
            case CONTACT_LOST -> new BandState(state, "#f0e442", "#1a1a1a", "#b5aa00", Hatch.RISING);
            case WARM_RESET -> new BandState(state, "#e69f00", "#1a1a1a", "#a87400", Hatch.FALLING);
            case COLD_RESET -> new BandState(state, "#d55e00", "#000000", "#8f3f00", Hatch.CROSSED);
            case NO_SERVICE -> new BandState(state, "#cc79a7", "#1a1a1a", "#944f75", Hatch.HORIZONTAL);
            case RESTARTING -> new BandState(state, "#0072b2", "#ffffff", "#66aad1", Hatch.VERTICAL);
            case DOWN -> new BandState(state, "#2b2b2b", "#ffffff", "#e6eaed", "#1a1a1a", "#2b2b2b", Hatch.NONE);
        };
    }

    /** One that looks the same on a dark page. */
    private BandState(PnState state, String fill, String ink, String lines, Hatch hatch) {
        this(state, fill, ink, fill, ink, lines, hatch);
    }

    private BandState(
            PnState state, String fill, String ink, String darkFill, String darkInk, String lines, Hatch hatch) {
        this(state.ordinal() * RANKS, state.key(), state.words(), "", fill, ink, darkFill, darkInk, lines, hatch);
    }

    /** The state of a port network. */
    public static BandState of(PnState state) {
        return OF_PORT_NETWORKS.get(state.ordinal());
    }

    /** Another state that looks the same. */
    public BandState named(int otherRank, String otherWords) {
        return with(otherRank, otherWords, controller);
    }

    private BandState with(int otherRank, String otherWords, String whose) {
        return new BandState(otherRank, key, otherWords, whose, fill, ink, darkFill, darkInk, lines, hatch);
    }

    /** Whether it is normal service. */
    public boolean isService() {
        return rank < RANKS;
    }

    /** Its name in legends. */
    public String legend() {
        return controller.isEmpty() ? words : words + ", " + controller;
    }

    @Override
    public int compareTo(BandState other) {
        return Integer.compare(rank, other.rank);
    }
}
