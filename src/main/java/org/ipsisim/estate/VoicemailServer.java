package org.ipsisim.estate;

/**
 * A voicemail server that answers calls to its extension, and asks for PRACK (U19).
 *
 * @param name such as {@code mm-1}
 * @param site where it is
 * @param extension the number that phones call
 */
public record VoicemailServer(String name, String site, long extension) {}
