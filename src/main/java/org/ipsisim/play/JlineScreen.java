package org.ipsisim.play;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.ShutdownHooks;
import org.jspecify.annotations.Nullable;

/**
 * The terminal of this process: keys come one by one, pictures go to its alternate screen. However the process ends, short
 * of SIGKILL, the terminal is left as it was.
 */
final class JlineScreen implements Display, AutoCloseable {
    private static final long LONGEST_WAIT = 2;

    /** The terminal shows what comes between these at once; terminals that do not know them ignore them. */
    private static final String TOGETHER = "\u001b[?2026h";

    private static final String TOGETHER_END = "\u001b[?2026l";

    private final ReentrantLock drawing = new ReentrantLock();
    private final ShutdownHooks.Task onShutdown = this::close;
    private final Terminal terminal;
    private final Attributes before;
    private final KeyReader keys;
    private List<String> shown = List.of();
    private Size size;
    private boolean hasCursor = true;
    private volatile boolean closed;
    private volatile boolean resized = true;
    private volatile boolean forgotten = true;
    private volatile @Nullable Signal signal;

    static {
        // Ctrl-C and Ctrl-Z are keys here, not signals.
        System.setProperty(TerminalBuilder.PROP_SOFTWARE_SIGNALS, "false");
    }

    private JlineScreen(Charset charset) throws IOException {
        // Before the terminal adds its own hook, which then runs after this one.
        ShutdownHooks.add(onShutdown);
        drawing.lock();
        try {
            terminal = TerminalBuilder.builder()
                    .system(true)
                    .dumb(false)
                    .graphemeCluster(false)
                    .encoding(charset)
                    .stdinEncoding(charset)
                    .stdoutEncoding(charset)
                    .nativeSignals(true)
                    .signalHandler(this::take)
                    .build();
            if (terminal.getStringCapability(Capability.cursor_address) == null) {
                terminal.close();
                throw new IOException("'" + terminal.getType() + "' cannot place its cursor");
            }
            before = terminal.getAttributes();
            size = terminal.getSize();
            keys = new KeyReader(millis -> terminal.reader().read(millis));
            enter();
        } catch (IOException | IllegalStateException e) {
            ShutdownHooks.remove(onShutdown);
            throw e;
        } finally {
            drawing.unlock();
        }
    }

    static JlineScreen open(Charset charset) throws Playback.NoTerminal {
        try {
            return new JlineScreen(charset);
        } catch (IOException | IllegalStateException e) {
            throw new Playback.NoTerminal(e);
        }
    }

    /** Runs on a thread of its own. */
    private void take(Signal received) {
        switch (received) {
            case WINCH -> resized = true;
            case CONT -> forgotten = true;
            case INT, TSTP -> signal = received;
            default -> {
                // Nothing else is sent by hand.
            }
        }
    }

    private void enter() {
        terminal.enterRawMode();
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.keypad_xmit);
        hasCursor = true;
        resized = true;
        forgotten = true;
    }

    /** Erases the picture first: some terminals keep parts of it, or have no other screen to return to. */
    private void leave() {
        terminal.puts(Capability.clear_screen);
        terminal.puts(Capability.keypad_local);
        terminal.puts(Capability.exit_ca_mode);
        terminal.puts(Capability.cursor_normal);
        terminal.flush();
    }

    @Override
    public int columns() {
        return size().getColumns();
    }

    @Override
    public int rows() {
        return size().getRows();
    }

    private Size size() {
        if (resized) {
            resized = false;
            size = terminal.getSize();
            forgotten = true;
        }
        return size;
    }

    @Override
    public void draw(Picture picture) {
        drawing.lock();
        try {
            if (closed) {
                return;
            }
            if (forgotten) {
                forgotten = false;
                shown = List.of();
            }
            List<String> ansi = picture.ansi();
            String text = picture.changes(shown, ansi, size.getColumns());
            shown = ansi;
            boolean hasCursorNow = picture.cursor() >= 0;
            if (hasCursorNow != hasCursor) {
                terminal.puts(hasCursorNow ? Capability.cursor_normal : Capability.cursor_invisible);
                hasCursor = hasCursorNow;
            }
            if (!text.isEmpty()) {
                terminal.writer().write(TOGETHER + text + TOGETHER_END);
            }
            if (hasCursorNow) {
                terminal.puts(Capability.cursor_address, picture.lines().size() - 1, picture.cursor());
            }
            terminal.flush();
        } finally {
            drawing.unlock();
        }
    }

    @Override
    public Optional<Keystroke> read(long millis) throws IOException {
        Signal received = signal;
        if (received != null) {
            signal = null;
            return Optional.of(
                    Keystroke.of(received == Signal.INT ? Keystroke.Name.INTERRUPT : Keystroke.Name.SUSPEND));
        }
        try {
            return keys.read(millis);
        } catch (IOException | IllegalStateException e) {
            if (closed) {
                // The process is ending, and this thread must do nothing more.
                waitForTheEnd();
            }
            throw e;
        }
    }

    private static void waitForTheEnd() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void forget() {
        forgotten = true;
    }

    @Override
    public boolean isCurrent() {
        return !resized && !forgotten;
    }

    /** Stops the whole process group, as shells expect. Without a shell the process continues at once. */
    @Override
    public void suspend() throws IOException {
        leave();
        terminal.setAttributes(before);
        Terminal.SignalHandler handler = terminal.handle(Signal.TSTP, Terminal.SignalHandler.SIG_DFL);
        try {
            new ProcessBuilder("sh", "-c", "kill -TSTP 0").inheritIO().start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            terminal.handle(Signal.TSTP, handler);
            enter();
        }
    }

    @Override
    public void close() {
        boolean locked = false;
        try {
            // Lets a picture on its way through, unless the terminal no longer accepts output.
            locked = drawing.tryLock(LONGEST_WAIT, TimeUnit.SECONDS);
            if (!closed && terminal != null) {
                closed = true;
                leave();
                terminal.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // Nobody is left to be told.
            closed = true;
        } finally {
            if (locked) {
                drawing.unlock();
            }
            ShutdownHooks.remove(onShutdown);
        }
    }
}
