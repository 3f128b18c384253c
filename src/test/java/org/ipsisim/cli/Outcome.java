package org.ipsisim.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What a command line came to: its exit status and what it wrote. */
public record Outcome(int status, String out, String err) {
    private static final Look PLAIN = look(false, 80, StandardCharsets.UTF_8, false);

    /** The look of output that is not a terminal. */
    static Look look(boolean colour, int width, Charset charset, boolean debug) {
        return new Look(colour, colour, width, charset, charset, debug, false, false);
    }

    /** The path of a test scenario. */
    static String file(String name) {
        return "src/test/resources/cli/" + name;
    }

    /** Runs a command line within this process, without a terminal. */
    public static Outcome of(String... args) {
        return withInput("", args);
    }

    static Outcome withInput(String input, String... args) {
        return with(PLAIN, input, args);
    }

    static Outcome with(Look look, String input, String... args) {
        Streams streams = new Streams(look, input);
        return streams.outcome(new Ipsisim(streams.terminal).run(args));
    }

    /** Runs a command line with an engine that does as the test wants. */
    static Outcome ofEngine(Ipsisim.Engine engine, boolean debug, String... args) {
        Look look = look(false, 80, StandardCharsets.UTF_8, debug);
        Streams streams = new Streams(look, "");
        return streams.outcome(new Ipsisim(streams.terminal, engine).run(args));
    }

    private static final class Streams {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();
        private final Charset charset;
        private final Terminal terminal;

        Streams(Look look, String input) {
            charset = look.outCharset();
            terminal = new Terminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err, look);
        }

        Outcome outcome(int status) {
            return new Outcome(status, out.toString(charset), err.toString(charset));
        }
    }
}
