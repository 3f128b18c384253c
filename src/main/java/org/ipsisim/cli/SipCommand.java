package org.ipsisim.cli;

import java.util.List;

/** {@code ipsisim sip}: the commands about SIP messages. */
final class SipCommand implements Command {
    @Override
    public Usage usage() {
        return new Usage("sip", "Shows and checks SIP messages.")
                .about("Registration and PRACK message by message.")
                .group()
                .examples("ipsisim sip lint scenarios/data/lost-prack.txt")
                .last("`ipsisim sip COMMAND --help` explains a command.");
    }

    @Override
    public List<Command> parts() {
        return List.of(new SipLintCommand());
    }

    @Override
    public int run(Line line, Terminal terminal) {
        throw new IllegalStateException("a group of commands does nothing by itself");
    }
}
