package org.ipsisim.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.sip.message.MalformedMessage;
import org.ipsisim.sip.message.MessageReader;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.transaction.Hop;
import org.ipsisim.sip.transaction.SipTransport;
import org.jspecify.annotations.Nullable;

/** The sockets of one machine: a UDP port, the same TCP port, and the connections. */
final class LabEnd {
    /** What a machine does with what arrives. */
    interface Machine {
        void receive(SipMessage message, Hop from);

        /** A connection is gone. */
        default void broken(Hop hop) {}
    }

    /** How the world sees the machine. */
    enum State {
        UP,
        /** It is cut off: nothing gets through, and nobody is told. */
        SILENT,
        /** It has failed: its ports are closed. */
        FAILED
    }

    static final int MOST_CONNECTIONS = 500;
    private static final int DATAGRAMS_AT_ONCE = 64;

    private final String name;
    private final InetSocketAddress address;
    private final Selector selector;
    private final LabClock clock;
    private final LabListener listener;
    private final Map<Hop, LabConnection> connections = new LinkedHashMap<>();
    private final ByteBuffer datagram = ByteBuffer.allocate(MessageReader.MOST_BYTES + 1);
    private @Nullable DatagramChannel udp;
    private @Nullable ServerSocketChannel tcp;
    private @Nullable Machine machine;
    private State state = State.FAILED;

    LabEnd(String name, InetSocketAddress address, Selector selector, LabClock clock, LabListener listener) {
        this.name = name;
        this.address = address;
        this.selector = selector;
        this.clock = clock;
        this.listener = listener;
    }

    State state() {
        return state;
    }

    void serve(Machine served) {
        machine = served;
    }

    /** The address of the machine for one transport. */
    Hop hop(SipTransport transport) {
        return new Hop(transport, address.getAddress().getHostAddress(), address.getPort());
    }

    /** Opens its ports, closes them, or leaves them open and deaf. */
    void set(State next) throws IOException {
        if (next == State.FAILED) {
            close();
            // a channel gives its port back only when its selector has let it go
            selector.selectNow();
        } else if (state == State.FAILED) {
            open();
        }
        state = next;
    }

    private void open() throws IOException {
        udp = DatagramChannel.open();
        udp.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 20);
        udp.configureBlocking(false).register(selector, SelectionKey.OP_READ, (LabKey) this::readDatagrams);
        udp.bind(address);
        tcp = ServerSocketChannel.open();
        tcp.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        tcp.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT, (LabKey) this::accept);
        tcp.bind(address);
    }

    /** Closes its ports and all connections. */
    void close() {
        new ArrayList<>(connections.values()).forEach(LabConnection::close);
        closeQuietly(udp);
        closeQuietly(tcp);
    }

    private static void closeQuietly(@Nullable Channel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // it is gone either way
        }
    }

    private void readDatagrams(SelectionKey key) throws IOException {
        DatagramChannel channel = (DatagramChannel) key.channel();
        for (int i = 0; i < DATAGRAMS_AT_ONCE; i++) {
            datagram.clear();
            InetSocketAddress from = (InetSocketAddress) channel.receive(datagram);
            if (from == null) {
                return;
            }
            byte[] bytes = new byte[datagram.flip().remaining()];
            datagram.get(bytes);
            if (state != State.UP || bytes.length <= 4) {
                continue;
            }
            Optional<ByteBuffer> pong = StunAnswer.to(bytes, from);
            if (pong.isPresent()) {
                channel.send(pong.get(), from);
            } else {
                try {
                    deliver(MessageReader.read(bytes), hop(SipTransport.UDP, from));
                } catch (MalformedMessage e) {
                    listener.note(clock.millis(), name, "syntax", "a datagram that is no message: " + e.reason());
                }
            }
        }
    }

    private static Hop hop(SipTransport transport, InetSocketAddress at) {
        InetAddress host = at.getAddress();
        return new Hop(transport, host.getHostAddress(), at.getPort());
    }

    /** Hands a message to the machine. */
    void deliver(SipMessage message, Hop from) {
        if (state == State.UP && machine != null) {
            listener.message(clock.millis(), name, hop(from.transport()), from, true, message);
            machine.receive(message, from);
        }
    }

    private void accept(SelectionKey key) throws IOException {
        SocketChannel channel = ((ServerSocketChannel) key.channel()).accept();
        if (channel == null) {
            return;
        }
        if (connections.size() >= MOST_CONNECTIONS) {
            channel.close();
            return;
        }
        Hop peer = hop(SipTransport.TCP, (InetSocketAddress) channel.getRemoteAddress());
        connections.put(peer, new LabConnection(this, channel, peer, selector, clock));
    }

    /** Sends a message; what cannot be sent is lost, as on any network. */
    void send(SipMessage message, Hop to) {
        if (state != State.UP) {
            return;
        }
        listener.message(clock.millis(), name, hop(to.transport()), to, false, message);
        try {
            if (!to.transport().isReliable()) {
                if (udp != null) {
                    udp.send(ByteBuffer.wrap(message.bytes()), new InetSocketAddress(to.host(), to.port()));
                }
            } else {
                connection(to).send(message.bytes());
            }
        } catch (IOException | RuntimeException e) {
            listener.note(clock.millis(), name, "X1", "not sent to " + to + ": " + e.getMessage());
            broken(to);
        }
    }

    private LabConnection connection(Hop to) throws IOException {
        LabConnection known = connections.get(to);
        if (known != null) {
            return known;
        }
        if (connections.size() >= MOST_CONNECTIONS) {
            throw new IOException("too many connections");
        }
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(new InetSocketAddress(to.host(), to.port()));
        LabConnection made = new LabConnection(this, channel, to, selector, clock);
        connections.put(to, made);
        return made;
    }

    /** A connection is gone. */
    void closed(LabConnection connection) {
        connections.remove(connection.peer(), connection);
        broken(connection.peer());
    }

    private void broken(Hop hop) {
        if (machine != null) {
            machine.broken(hop);
        }
    }

    /** Closes connections that have been idle or slow for too long. */
    void closeIdle() {
        List.copyOf(connections.values()).forEach(LabConnection::closeIfIdle);
    }

    boolean isSilent() {
        return state == State.SILENT;
    }
}
