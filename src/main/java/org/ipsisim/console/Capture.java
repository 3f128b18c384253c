package org.ipsisim.console;

/**
 * A file with the text of console screens.
 *
 * @param file its name as messages show it
 * @param bytes its content
 */
public record Capture(String file, byte[] bytes) {}
