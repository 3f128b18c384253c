package org.ipsisim.classroom;

/** The way to one browser. All methods return at once. */
interface Wire {
    /** Sends one message. */
    void send(String json);

    /** Asks for a sign of life. */
    void ping();

    /**
     * Says goodbye, after everything that was sent before.
     *
     * @param code a close code of RFC 6455, section 7.4
     */
    void close(int code, String reason);
}
