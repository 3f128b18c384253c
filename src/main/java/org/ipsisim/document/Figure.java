package org.ipsisim.document;

/** A number with what it counts. */
public record Figure(String name, String value) {}
