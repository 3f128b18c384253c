package org.ipsisim.play;

/** There is no terminal that can be played in. */
public final class NoTerminal extends Exception {
    NoTerminal(Throwable cause) {
        super("the terminal cannot be used: " + cause.getMessage(), cause);
    }
}
