package org.ipsisim.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ipsisim.estate.Scenario;
import org.ipsisim.lab.Lab;
import org.ipsisim.lab.LabListener;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.transaction.Hop;
import org.ipsisim.sip.transaction.SipTransport;

/** A lab on free ports of loopback, with a thread of its own. The password of each user is his extension. */
final class RunningLab implements AutoCloseable, LabListener {
    /** Two session managers, phones 6001 to 9999, and a voicemail server, which asks for PRACK. */
    static final String TWO_SESSION_MANAGERS = """
            title: two session managers
            duration: 1h
            sip:
              session-managers: [{name: sm-1, site: lan}, {name: sm-2, site: lan}]
              phones:
                - {name: desk, site: lan, extensions: 6001-9999, controllers: [sm-1, sm-2]}
              voicemail: [{name: mm-1, site: lan, extension: 5000}]
            """;

    /** Everything that it has said, such as {@code sm-1 < REGISTER sip:example.com SIP/2.0}. */
    final List<String> said = new CopyOnWriteArrayList<>();

    final Lab lab;
    private final Thread thread;

    RunningLab(String yaml) throws IOException {
        Scenario scenario = ScenarioReader.read("lab.yaml", yaml.getBytes(StandardCharsets.UTF_8), List.of())
                .scenario()
                .orElseThrow();
        Lab.Setup setup = new Lab.Setup(InetAddress.getByName("127.0.0.1"), 0, Optional.empty(), 1, Optional.empty());
        SecureRandom random = new SecureRandom();
        lab = new Lab(scenario, setup, random::nextLong, this);
        thread = new Thread(this::run);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            lab.run();
        } catch (IOException | RuntimeException e) {
            said.add("DIED " + e);
        }
    }

    int port(String name) {
        return lab.hop(name, SipTransport.UDP).port();
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public void listening(String name, Hop at) {}

    @Override
    public void message(long millis, String name, Hop own, Hop other, boolean isIncoming, SipMessage message) {
        said.add(name + (isIncoming ? " < " : " > ") + message.startLine());
    }

    @Override
    public void note(long millis, String name, String rule, String text) {
        said.add(name + " . " + text);
    }

    @Override
    public void close() {
        lab.quit();
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lab.close();
    }
}
