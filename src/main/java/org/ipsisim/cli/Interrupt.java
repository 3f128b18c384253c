package org.ipsisim.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ipsisim.study.Stop;

/**
 * Ctrl-C during work of many runs: nothing more begins, and the end of the process waits until what is done has been
 * printed.
 */
final class Interrupt implements AutoCloseable {
    /** Longer than any single run and the output after it. */
    private static final long MOST_SECONDS = 60;

    private final Stop stop = new Stop();
    private final CountDownLatch printed = new CountDownLatch(1);
    private final Thread onShutdown = new Thread(this::shutDown, "interrupt");

    Interrupt() {
        Runtime.getRuntime().addShutdownHook(onShutdown);
    }

    /** Is requested when the process is told to end. */
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

    /** Everything is printed. */
    @Override
    public void close() {
        printed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(onShutdown);
        } catch (IllegalStateException e) {
            // The process ends already, which is what the hook was for.
            stop.request();
        }
    }
}
