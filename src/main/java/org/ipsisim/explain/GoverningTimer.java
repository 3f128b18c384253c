package org.ipsisim.explain;

import org.ipsisim.estate.TimerSetting;

/**
 * A timer that brought something about, or will.
 *
 * @param setting the setting that governs it
 * @param value its value in milliseconds when it was started
 * @param from when it began to count, in milliseconds from the start
 * @param due when it expires unless it is stopped
 * @param origin what set the value, such as {@code default, documented} or {@code scenarios/panic.yaml:29}
 */
public record GoverningTimer(TimerSetting setting, long value, long from, long due, String origin) {}
