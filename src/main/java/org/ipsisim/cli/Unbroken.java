package org.ipsisim.cli;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/** Work that is done completely or not at all, even if Ctrl-C comes in the middle. */
final class Unbroken {
    private Unbroken() {}

    /** Work that must not stop half-way. */
    interface Work {
        void run() throws IOException;
    }

    /**
     * Does some work; a process that is asked to end waits for it. One that is ending already begins it only where an
     * {@link Interrupt} waits for what is printed.
     */
    static void run(Work work) throws IOException {
        ReentrantLock lock = new ReentrantLock();
        Thread onShutdown = new Thread(lock::lock, "finish-work");
        try {
            Runtime.getRuntime().addShutdownHook(onShutdown);
        } catch (IllegalStateException e) {
            if (!Interrupt.isOpen()) {
                new Semaphore(0).acquireUninterruptibly();
            }
            work.run();
            return;
        }
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
            end(onShutdown);
        }
    }

    private static void end(Thread onShutdown) {
        try {
            Runtime.getRuntime().removeShutdownHook(onShutdown);
        } catch (IllegalStateException e) {
            // The process is ending: it has waited for this, and the next work is not begun.
        }
    }
}
