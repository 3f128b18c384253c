package org.ipsisim.lab;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The answer to a keep-alive over UDP: a STUN binding response, which says where the request came from (O4, RFC 8489). */
final class StunAnswer {
    private static final int HEADER = 20;
    private static final short REQUEST = 0x0001;
    private static final short RESPONSE = 0x0101;
    private static final int COOKIE = 0x2112A442;
    private static final short XOR_MAPPED_ADDRESS = 0x0020;

    private StunAnswer() {}

    /** The answer to a datagram; empty if it is no binding request. */
    static Optional<ByteBuffer> to(byte[] datagram, InetSocketAddress from) {
        ByteBuffer request = ByteBuffer.wrap(datagram);
        if (datagram.length < HEADER
                || request.getShort(0) != REQUEST
                || request.getShort(2) != datagram.length - HEADER
                || request.getInt(4) != COOKIE) {
            return Optional.empty();
        }
        byte[] address = from.getAddress().getAddress();
        for (int i = 0; i < address.length; i++) {
            address[i] ^= datagram[4 + i];
        }
        int length = 4 + address.length;
        return Optional.of(ByteBuffer.allocate(HEADER + 4 + length)
                .putShort(RESPONSE)
                .putShort((short) (4 + length))
                .put(datagram, 4, HEADER - 4)
                .putShort(XOR_MAPPED_ADDRESS)
                .putShort((short) length)
                .putShort((short) (address.length == 4 ? 1 : 2))
                .putShort((short) (from.getPort() ^ COOKIE >>> 16))
                .put(address)
                .flip());
    }
}
