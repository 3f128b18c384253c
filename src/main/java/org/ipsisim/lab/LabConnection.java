package org.ipsisim.lab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.ipsisim.sip.message.MalformedMessage;
import org.ipsisim.sip.message.MessageStream;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.transaction.Hop;

/** A TCP connection: takes messages out of the stream, answers keep-alives (O4), and gives up who is too slow. */
final class LabConnection {
    /** How long a message may take to arrive, and a connection may be open before its first one, in milliseconds. */
    static final long SLOWEST_MESSAGE = 5_000;

    /** How long a connection may be quiet: two keep-alive intervals of the slowest phones, in milliseconds. */
    private static final long LONGEST_QUIET = 600_000;

    private static final int MOST_WAITING = 1 << 18;
    private static final byte[] PONG = "\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private final LabEnd end;
    private final SocketChannel channel;
    private final Hop peer;
    private final SelectionKey key;
    private final LabClock clock;
    private final MessageStream stream = new MessageStream();
    private final ByteBuffer in = ByteBuffer.allocate(8192);
    private final Deque<ByteBuffer> out = new ArrayDeque<>();
    private int waiting;
    private long quietSince;
    private long messageSince;
    private boolean isPartial = true;

    LabConnection(LabEnd end, SocketChannel channel, Hop peer, Selector selector, LabClock clock) throws IOException {
        this.end = end;
        this.channel = channel;
        this.peer = peer;
        this.clock = clock;
        channel.configureBlocking(false);
        int wanted = channel.isConnectionPending() ? SelectionKey.OP_CONNECT : SelectionKey.OP_READ;
        this.key = channel.register(selector, wanted, (LabKey) this::ready);
        this.quietSince = clock.millis();
        this.messageSince = quietSince;
    }

    Hop peer() {
        return peer;
    }

    private void ready(SelectionKey ready) {
        try {
            if (ready.isConnectable() && channel.finishConnect()) {
                key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            }
            if (ready.isValid() && ready.isReadable()) {
                read();
            }
            if (ready.isValid() && ready.isWritable()) {
                write();
            }
        } catch (IOException | MalformedMessage e) {
            close();
        }
    }

    private void read() throws IOException, MalformedMessage {
        in.clear();
        int length = channel.read(in);
        if (length < 0) {
            close();
        }
        if (length <= 0 || end.isSilent()) {
            return;
        }
        if (!isPartial) {
            messageSince = clock.millis();
        }
        quietSince = clock.millis();
        isPartial = true;
        stream.add(in.array(), length);
        for (Optional<SipMessage> message = stream.next(); message.isPresent(); message = stream.next()) {
            messageSince = clock.millis();
            end.deliver(message.get(), peer);
        }
        isPartial = stream.isPartial();
        if (stream.takePings() > 0) {
            send(PONG);
        }
    }

    /** Sends bytes, now or as soon as the other end takes them. */
    void send(byte[] bytes) throws IOException {
        if (!channel.isOpen() || waiting + bytes.length > MOST_WAITING) {
            close();
            throw new IOException("the other end does not read");
        }
        out.add(ByteBuffer.wrap(bytes));
        waiting += bytes.length;
        if (channel.isConnected()) {
            write();
        }
    }

    private void write() throws IOException {
        while (!out.isEmpty()) {
            waiting -= channel.write(out.peek());
            if (out.peek().hasRemaining()) {
                break;
            }
            out.remove();
        }
        key.interestOps(out.isEmpty() ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    /** Closes it if it has been slow or quiet for too long. What has arrived, while the machine stood still, counts. */
    void closeIfIdle() {
        try {
            if (isIdle() && channel.isConnected()) {
                read();
            }
        } catch (IOException | MalformedMessage e) {
            close();
        }
        if (isIdle() && channel.isOpen()) {
            close();
        }
    }

    private boolean isIdle() {
        long now = clock.millis();
        boolean isSlow = isPartial && now - messageSince > SLOWEST_MESSAGE;
        return isSlow || now - quietSince > LONGEST_QUIET;
    }

    void close() {
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            // it is gone either way
        }
        end.closed(this);
    }
}
