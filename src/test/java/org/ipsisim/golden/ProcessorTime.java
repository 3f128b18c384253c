package org.ipsisim.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** How much processor time this thread has taken since: the same however many others use the machine. */
public final class ProcessorTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long start = THREADS.getCurrentThreadCpuTime();

    /** @param what describes what was done */
    public void requireLessThan(Duration most, String what) {
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start))
                .as(what)
                .isLessThan(most);
    }
}
