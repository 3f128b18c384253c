package org.ipsisim.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.ipsisim.study.Stop;

/**
 * Ctrl-C during a study: no further run begins, and the process ends only after it has printed what is done.
 */
final class Interrupt implements AutoCloseable {
    /** Seconds to wait: more than any single run and its output take. */
    private static final long MOST_SECONDS = 60;

    private static final AtomicInteger OPEN = new AtomicInteger();

    private final Stop stop = new Stop();
    private final CountDownLatch printed = new CountDownLatch(1);
    private final Thread onShutdown = new Thread(this::shutDown, "interrupt");

    Interrupt() {
        Runtime.getRuntime().addShutdownHook(onShutdown);
        OPEN.incrementAndGet();
    }

    /** Whether a process that is asked to end waits for what is to be printed yet. */
    static boolean isOpen() {
        return OPEN.get() > 0;
    }

    /** The stop that Ctrl-C requests. */
    Stop stop() {
        return stop;
    }

    private void shutDown() {
        stop.request();
        try {
            if (!printed.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(ExitStatus.INTERRUPTED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that everything is printed. */
    @Override
    public void close() {
        OPEN.decrementAndGet();
        printed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(onShutdown);
        } catch (IllegalStateException e) {
            // The process is ending already, which is what the hook was for.
            stop.request();
        }
    }
}
