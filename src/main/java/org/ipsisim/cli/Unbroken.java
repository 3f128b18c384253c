package org.ipsisim.cli;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.ipsisim.document.IoReason;

/** Work whose steps are done whole or not at all, also when the process is told to end (Ctrl-C) in the middle of one. */
final class Unbroken implements AutoCloseable {
    /** A step that must not end half done. */
    interface Step {
        void run() throws IOException;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private boolean ending;
    private final Thread onShutdown = new Thread(lock::lock, "finish-step");

    Unbroken() {
        try {
            Runtime.getRuntime().addShutdownHook(onShutdown);
        } catch (IllegalStateException e) {
            // The process ends already; whoever works on has made it wait.
            ending = true;
        }
    }

    /** Does a step. The end of the process waits for it; a step that begins later never gets to run. */
    void run(Step step) throws IOException {
        lock.lock();
        try {
            step.run();
        } finally {
            lock.unlock();
        }
    }

    /** Does a single step, and tells the user if that fails. */
    static void once(Step step) throws Refused {
        try (Unbroken work = new Unbroken()) {
            work.run(step);
        } catch (IOException e) {
            throw Refused.file(IoReason.of(e));
        }
    }

    @Override
    public void close() {
        if (ending) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(onShutdown);
        } catch (IllegalStateException e) {
            Thread.currentThread().interrupt();
        }
    }
}
