package org.ipsisim.lab;

/** The real clock of a lab, from its start on. */
final class LabClock {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long start = System.nanoTime();

    /** Milliseconds since the start. */
    long millis() {
        return (System.nanoTime() - start) / NANOS_PER_MILLI;
    }
}
