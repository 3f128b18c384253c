package org.ipsisim.report.timeline;

/**
 * How the bands of one port network state look; colours as {@code #rrggbb}.
 *
 * @param fill the ground on white paper
 * @param ink text on it, with a contrast of at least 4.5 to 1
 * @param darkFill the ground on a dark page
 * @param darkInk text on that
 * @param lines the colour of the hatching
 * @param hatch the hatching
 */
public record BandStyle(String fill, String ink, String darkFill, String darkInk, String lines, Hatch hatch) {}
