package org.ipsisim.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.SipEstate;
import org.ipsisim.history.Words;
import org.ipsisim.lab.Lab;
import org.ipsisim.lab.LabListener;
import org.ipsisim.ladder.LadderLine;
import org.ipsisim.sip.capture.PcapFile;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.transaction.Hop;
import picocli.CommandLine.TypeConversionException;

/** {@code ipsisim sip lab}: the session managers of a scenario for real phones. */
final class SipLabCommand implements Command {
    private static final int LEAST_PASSWORD = 8;
    private static final int USUAL_PORT = 5060;
    private static final int HIGHEST_PORT = 65_000;

    private static final Option<String> BIND = Option.value(
            "--bind", "ADDRESS", String.class, text -> text, "The address of its ports (default: 127.0.0.1).");
    private static final Option<Integer> PORT = Option.number(
            "--port", 1024, HIGHEST_PORT, USUAL_PORT, "The port of the first; the others follow, then voicemail");
    private static final Option<String> PASSWORD = Option.value(
            "--password",
            "WORD",
            String.class,
            text -> text,
            "The password of every user (default: its own extension; on loopback only).");
    private static final Option<Double> SPEED = Option.value(
            "--speed",
            "FACTOR",
            Double.class,
            SipLabCommand::factor,
            "How fast the scenario's faults happen: 0.1 to 100 (default: 1).");
    private static final Option<File> PCAP = Option.file("--pcap", "FILE", "Writes a capture of all messages.");
    private static final Option<Duration> FOR = Option.duration("--for", "Stops after this time (default: never).");

    @Override
    public Usage usage() {
        return new Usage("lab", "Serves real phones as the scenario's session managers.")
                .about(
                        "Real registrars and proxies on UDP and TCP: phones register, call each other",
                        "and the voicemail server, which asks for PRACK. The scenario's faults happen",
                        "in real time. It relays between its own registered users only. Commands on",
                        "standard input: fail NAME, restore NAME, quit.")
                .files("SCENARIO", "1", ScenarioFiles.SCENARIO)
                .options(BIND, PORT, PASSWORD, SPEED, PCAP, FOR, RunOptions.SET)
                .examples(
                        "ipsisim sip lab scenarios/sip-prack.yaml",
                        "ipsisim sip lab scenarios/sip-prack.yaml --port 5070 --for 10m --pcap lab.pcap");
    }

    private static Double factor(String text) {
        if (text.matches("[0-9]{1,3}(\\.[0-9]{1,3})?")) {
            double factor = Double.parseDouble(text);
            if (factor >= 0.1 && factor <= 100) {
                return factor;
            }
        }
        throw new TypeConversionException("'" + text + "' is not a number from 0.1 to 100");
    }

    @Override
    public int run(Line line, Terminal terminal) throws Refused {
        Scenario scenario = ScenarioFiles.one(line, terminal).scenario();
        SipEstate sip = scenario.estate().sip();
        if (sip.isEmpty()) {
            throw line.wrong("the scenario has no session manager: list some under sip.session-managers");
        }
        Lab.Setup setup = new Lab.Setup(
                bind(line),
                line.get(PORT),
                line.find(PASSWORD),
                line.find(SPEED).orElse(1.0),
                line.find(FOR).map(Duration::toMillis));
        Optional<Path> pcap = line.findPath(PCAP);
        try (OutputStream capture =
                        pcap.isPresent() ? Files.newOutputStream(pcap.get()) : OutputStream.nullOutputStream();
                Lab lab = lab(scenario, setup, new Screen(terminal, new PcapFile.Frames(), capture))) {
            obey(terminal, lab);
            lab.run();
        } catch (IOException | UncheckedIOException e) {
            throw Refused.file(pcap.map(Path::toString).orElse("sip lab") + ": " + e.getMessage());
        }
        return ExitStatus.OK;
    }

    private static Lab lab(Scenario scenario, Lab.Setup setup, Screen screen) throws Refused {
        SecureRandom random = new SecureRandom();
        try {
            return new Lab(scenario, setup, random::nextLong, screen);
        } catch (IOException e) {
            throw Refused.file(String.valueOf(e.getMessage()));
        }
    }

    private static InetAddress bind(Line line) {
        String name = line.find(BIND).orElse("127.0.0.1");
        InetAddress address;
        try {
            address = InetAddress.getByName(name);
        } catch (UnknownHostException e) {
            throw line.wrong("there is no address " + name);
        }
        Optional<String> password = line.find(PASSWORD);
        if (password.isPresent() && password.get().length() < LEAST_PASSWORD) {
            throw line.wrong(PASSWORD + " needs " + LEAST_PASSWORD + " characters or more");
        }
        if (!address.isLoopbackAddress() && password.isEmpty()) {
            throw line.wrong(BIND + " " + name + " lets others in, and needs " + PASSWORD);
        }
        if (address.isAnyLocalAddress()) {
            throw line.wrong(BIND + " " + name + " is no address that a phone can answer to: name one of this machine");
        }
        return address;
    }

    /** Reads commands from standard input; its end changes nothing. */
    private static void obey(Terminal terminal, Lab lab) {
        Thread reader = new Thread(() -> {
            BufferedReader lines = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
            try {
                for (String order = lines.readLine(); order != null; order = lines.readLine()) {
                    obey(order.strip(), terminal, lab);
                }
            } catch (IOException e) {
                // nobody can tell it anything any more
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    private static void obey(String order, Terminal terminal, Lab lab) {
        String[] words = order.split(" +", 2);
        String verb = words[0].toLowerCase(Locale.ROOT);
        boolean isKnown = words.length == 2 && lab.hasSessionManager(words[1]);
        if (verb.equals("quit")) {
            lab.quit();
        } else if (isKnown && verb.equals("fail")) {
            lab.fail(words[1]);
        } else if (isKnown && verb.equals("restore")) {
            lab.restore(words[1]);
        } else if (!order.isEmpty()) {
            terminal.complain(
                    "'" + order + "' is not one of fail NAME, restore NAME, quit, with a session manager's name");
        }
    }

    /** Prints what happens, and writes it to the capture. */
    private record Screen(Terminal terminal, PcapFile.Frames frames, OutputStream capture) implements LabListener {
        @Override
        public void listening(String name, Hop at) {
            terminal.tell("listening " + name + " " + at.transport().name().toLowerCase(Locale.ROOT) + " " + at);
        }

        @Override
        public void message(long millis, String name, Hop own, Hop other, boolean isIncoming, SipMessage message) {
            String ends = isIncoming ? other + " > " + name : name + " > " + other;
            print(millis, ends + "  " + LadderLine.of(message));
            Hop from = isIncoming ? other : own;
            Hop to = isIncoming ? own : other;
            if (from.host().contains(":") || to.host().contains(":")) {
                return;
            }
            try {
                capture.write(frames.next(new PcapFile.Sent(
                        1000 * System.currentTimeMillis(),
                        from.host(),
                        from.port(),
                        to.host(),
                        to.port(),
                        own.transport().isReliable(),
                        message.bytes())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void note(long millis, String name, String rule, String text) {
            print(millis, "  . " + name + ": " + text + " (" + rule + ")");
        }

        private void print(long millis, String text) {
            terminal.print(
                    Words.decimalSeconds(millis).setScale(3).toPlainString() + "  " + Terminal.visible(text) + "\n");
        }
    }
}
