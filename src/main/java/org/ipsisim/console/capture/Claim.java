package org.ipsisim.console.capture;

/**
 * A value that stands on a screen.
 *
 * @param value as a scenario file writes it
 * @param line where it stands
 */
record Claim(String value, Line line) {}
