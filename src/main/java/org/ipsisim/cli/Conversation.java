package org.ipsisim.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import org.ipsisim.document.TextPage;

/** Text that goes to a person at the terminal, and lines that come back. */
final class Conversation {
    /** What is said and asked. */
    interface Exchange {
        /**
         * Goes its way.
         *
         * @param page to write on
         * @param in what the person types
         * @param out what the page writes to, to be flushed before each wait
         */
        void run(TextPage page, Reader in, Writer out) throws IOException;
    }

    private Conversation() {}

    /** Holds a conversation; a failure to write is remembered by the terminal. */
    static void hold(Terminal terminal, Exchange exchange) {
        Writer out = terminal.textOut();
        try {
            exchange.run(
                    new TextPage(out, terminal.style()),
                    new InputStreamReader(terminal.in(), terminal.look().outCharset()),
                    out);
            out.flush();
        } catch (IOException e) {
            terminal.out().keepFailure(e);
        }
    }
}
