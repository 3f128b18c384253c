package org.ipsisim.classroom;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/** A WebSocket of Jetty as the way to a browser. It puts the parts of a message together, and no more than a message may have. */
public final class SignalSocket implements Session.Listener.AutoDemanding, Wire {
    /** So many milliseconds may whoever is sent away read why. */
    private static final long TIME_TO_READ = 2000;

    /** A browser that leaves so many messages unread is given up. */
    private static final int MOST_UNREAD = 1000;

    private final Rooms rooms;
    private final StringBuilder message = new StringBuilder();
    private final AtomicInteger unread = new AtomicInteger();
    private int bytes;
    private @Nullable Session session;
    private @Nullable Peer peer;

    SignalSocket(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        peer = rooms.connect(this);
    }

    private Peer opened() {
        return Optional.ofNullable(peer).orElseThrow();
    }

    @Override
    public void onWebSocketPartialText(String part, boolean last) {
        if (bytes > Message.MOST_BYTES) {
            return;
        }
        bytes += part.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Message.MOST_BYTES) {
            message.setLength(0);
            opened().receiveTooLarge();
            return;
        }
        message.append(part);
        if (last) {
            String text = message.toString();
            message.setLength(0);
            bytes = 0;
            opened().receive(text);
        }
    }

    @Override
    public void onWebSocketPartialBinary(ByteBuffer part, boolean last, Callback callback) {
        callback.succeed();
        opened().receiveBinary();
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        opened().heard();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        left();
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        left();
        callback.succeed();
    }

    private void left() {
        if (peer != null) {
            peer.closed();
        }
    }

    @Override
    public void send(String json) {
        Session to = session;
        if (to == null || !to.isOpen()) {
            return;
        }
        if (unread.incrementAndGet() > MOST_UNREAD) {
            to.disconnect();
            return;
        }
        to.sendText(json, Callback.from(unread::decrementAndGet, failure -> unread.decrementAndGet()));
    }

    @Override
    public void ping() {
        if (session != null && session.isOpen()) {
            session.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
        }
    }

    /**
     * Unless all is well, Jetty closes the connection with its last word, not after the answer to it: who is still writing then
     * would lose what he has not read.
     */
    @Override
    public void close(int code, String reason) {
        Session closing = session;
        if (closing == null) {
            return;
        }
        if (code == Peer.NORMAL) {
            closing.close(code, reason, Callback.NOOP);
        } else {
            CompletableFuture.delayedExecutor(TIME_TO_READ, TimeUnit.MILLISECONDS)
                    .execute(() -> closing.close(code, reason, Callback.NOOP));
        }
    }
}
