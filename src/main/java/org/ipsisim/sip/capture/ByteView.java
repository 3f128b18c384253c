package org.ipsisim.sip.capture;

/** Bytes read as numbers of either byte order. */
record ByteView(byte[] bytes, boolean isBigEndian) {
    int int32(int at) {
        int first = uint16(at);
        int second = uint16(at + 2);
        return isBigEndian ? first << 16 | second : second << 16 | first;
    }

    long uint32(int at) {
        return int32(at) & 0xFFFF_FFFFL;
    }

    int uint16(int at) {
        int first = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        return isBigEndian ? first << 8 | second : second << 8 | first;
    }
}
