package org.ipsisim.cli;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.ipsisim.document.IoReason;

/** Work in steps, each done completely or not at all, even if Ctrl-C comes in the middle of one. */
final class Unbroken implements AutoCloseable {
    /** A step that must not stop half-way. */
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
            // The process is ending already, and waits for the step that is being done.
            ending = true;
        }
    }

    /** Does a step. The process waits for it before it ends; later steps do not begin. */
    void run(Step step) throws IOException {
        lock.lock();
        try {
            step.run();
        } finally {
            lock.unlock();
        }
    }

    /** Does a single step. */
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
