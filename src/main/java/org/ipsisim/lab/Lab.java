package org.ipsisim.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.SessionManager;
import org.ipsisim.estate.SipEstate;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.estate.VoicemailServer;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Turn;
import org.ipsisim.sip.call.Answering;
import org.ipsisim.sip.call.PrackPolicy;
import org.ipsisim.sip.call.UserAgent;
import org.ipsisim.sip.digest.NonceUse;
import org.ipsisim.sip.digest.Tokens;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.proxy.SipServer;
import org.ipsisim.sip.registrar.PhoneIdentity;
import org.ipsisim.sip.registrar.RegistrarPolicy;
import org.ipsisim.sip.transaction.Hop;
import org.ipsisim.sip.transaction.Journal;
import org.ipsisim.sip.transaction.SipTimers;
import org.ipsisim.sip.transaction.SipTransport;

/** The session managers and voicemail servers of a scenario on real sockets, until they are told to stop. */
public final class Lab implements AutoCloseable {
    /** The most requests that are served in a second; others get 503. */
    public static final int MOST_REQUESTS = 2000;

    /** The most bindings of all session managers together. */
    public static final int MOST_BINDINGS = 10_000;

    private static final int MOST_WAIT = 1000;
    private static final long IDLE_CHECK = 1000;
    private static final long VOICEMAIL_RING = 2000;

    /**
     * How a lab is set up.
     *
     * @param bind the address of its ports
     * @param port of the first session manager; the others follow, then voicemail; 0 takes ports that are free
     * @param password of every user; empty for each one's own extension
     * @param speed how fast the faults of the scenario happen; 1 as fast as they are written
     * @param duration milliseconds until it stops by itself; empty for never
     */
    public record Setup(InetAddress bind, int port, Optional<String> password, double speed, Optional<Long> duration) {}

    private final SipEstate sip;
    private final Setup setup;
    private final LabListener listener;
    private final Tokens tokens;
    private final Selector selector = Selector.open();
    private final LabClock clock = new LabClock();
    private final Agenda agenda = new Agenda();
    private final SipTimers timers = new SipTimers(agenda);
    private final RequestBudget budget = new RequestBudget(MOST_REQUESTS);
    private final Map<String, LabEnd> ends = new LinkedHashMap<>();
    private final Map<String, Hop> voicemail = new LinkedHashMap<>();
    private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
    private boolean isOver;

    /**
     * Opens the ports.
     *
     * @param tokens random texts, which nobody can guess
     * @throws IOException if a port cannot be had
     */
    public Lab(Scenario scenario, Setup setup, Tokens tokens, LabListener listener) throws IOException {
        this.sip = scenario.estate().sip();
        this.setup = setup;
        this.tokens = tokens;
        this.listener = listener;
        try {
            open();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
        List<LabFaults.Change> faults = LabFaults.of(scenario);
        for (int i = 0; i < faults.size(); i++) {
            LabFaults.Change change = faults.get(i);
            long at = (long) (change.at() / setup.speed());
            agenda.once(at, Turn.CHANGE, i, () -> set(change.sessionManager(), change.state()));
        }
        setup.duration().ifPresent(end -> timers.after(end, () -> isOver = true));
        timers.after(IDLE_CHECK, this::closeIdle);
    }

    private void open() throws IOException {
        int next = 0;
        for (SessionManager sm : sip.sessionManagers()) {
            end(sm.name(), next);
            next++;
        }
        for (VoicemailServer server : sip.voicemail()) {
            LabEnd end = end(server.name(), next);
            next++;
            UserAgent agent = new UserAgent(
                    new PhoneIdentity(String.valueOf(server.extension()), sip.domain(), "", end.hop(SipTransport.UDP)),
                    new Answering(PrackPolicy.IF_SUPPORTED, VOICEMAIL_RING, 0),
                    tokens,
                    timers,
                    end::send,
                    journal(server.name()));
            voicemail.put(String.valueOf(server.extension()), end.hop(SipTransport.UDP));
            end.serve(agent::receive);
        }
        for (SessionManager sm : sip.sessionManagers()) {
            start(sm.name());
        }
    }

    private LabEnd end(String name, int number) throws IOException {
        int port = setup.port() == 0 ? FreePort.find(setup.bind()) : setup.port() + number;
        LabEnd end = new LabEnd(name, new InetSocketAddress(setup.bind(), port), selector, clock, listener);
        ends.put(name, end);
        try {
            end.set(LabEnd.State.UP);
        } catch (IOException e) {
            throw new IOException(
                    "port " + port + " of " + setup.bind().getHostAddress() + " for " + name + ": " + e.getMessage(),
                    e);
        }
        listener.listening(name, end.hop(SipTransport.UDP));
        listener.listening(name, end.hop(SipTransport.TCP));
        return end;
    }

    /** A session manager begins without registrations. */
    private void start(String name) {
        LabEnd end = getEnd(name);
        RegistrarPolicy policy = RegistrarPolicy.of(sip.domain())
                .clock(System.currentTimeMillis() - clock.millis())
                .challenges(
                        sip.settings().nonce() == SipSettings.Nonce.COUNTED ? NonceUse.COUNTED : NonceUse.ONE_TIME,
                        RegistrarPolicy.of(sip.domain()).challenges().algorithms());
        SipServer server = new SipServer(
                List.of(end.hop(SipTransport.UDP), end.hop(SipTransport.TCP)),
                policy,
                this::findPassword,
                tokens,
                timers,
                end::send,
                journal(name),
                MOST_BINDINGS / sip.sessionManagers().size());
        voicemail.forEach(server::place);
        end.serve(new LabEnd.Machine() {
            @Override
            public void receive(SipMessage message, Hop from) {
                if (message instanceof SipRequest request
                        && !request.method().equals("ACK")
                        && !budget.allows(from.toString(), clock.millis())) {
                    refuse(end, request, from);
                } else {
                    server.receive(message, from);
                }
            }

            @Override
            public void broken(Hop hop) {
                server.broken(hop);
            }
        });
    }

    private static void refuse(LabEnd end, SipRequest request, Hop from) {
        if (request.headers().topVia().isPresent()) {
            end.send(request.response(503).plus(HeaderName.RETRY_AFTER, 1), from);
        }
    }

    private Journal journal(String name) {
        return (rule, text) -> listener.note(clock.millis(), name, rule, text);
    }

    private Optional<String> findPassword(String user) {
        boolean isPhone = user.matches("[0-9]{1,18}")
                && sip.phones().stream().anyMatch(phones -> phones.has(Long.parseLong(user)));
        return isPhone || voicemail.containsKey(user)
                ? Optional.of(setup.password().orElse(user))
                : Optional.empty();
    }

    private LabEnd getEnd(String name) {
        LabEnd end = ends.get(name);
        if (end == null) {
            throw new IllegalArgumentException(name);
        }
        return end;
    }

    private void set(String name, LabEnd.State state) {
        LabEnd end = getEnd(name);
        if (end.state() == state) {
            return;
        }
        boolean restarts = end.state() == LabEnd.State.FAILED;
        try {
            end.set(state);
        } catch (IOException e) {
            listener.note(clock.millis(), name, "U4", "cannot open its port again: " + e.getMessage());
            return;
        }
        if (restarts) {
            start(name);
        }
        listener.note(
                clock.millis(),
                name,
                "U4",
                switch (state) {
                    case UP -> restarts ? "is up again, without registrations" : "is reached again";
                    case SILENT -> "is cut off: silent";
                    case FAILED -> "has failed: its ports are closed";
                });
    }

    /** Whether there is a session manager of a name. */
    public boolean hasSessionManager(String name) {
        return sip.findSessionManager(name).isPresent();
    }

    /** Lets a session manager fail, from any thread. */
    public void fail(String name) {
        order(() -> set(name, LabEnd.State.FAILED));
    }

    /** Lets a session manager work again, from any thread. */
    public void restore(String name) {
        order(() -> set(name, LabEnd.State.UP));
    }

    /** Ends the lab, from any thread. */
    public void quit() {
        order(() -> isOver = true);
    }

    private void order(Runnable order) {
        orders.add(order);
        selector.wakeup();
    }

    /** Where an end can be reached. */
    public Hop hop(String name, SipTransport transport) {
        return getEnd(name).hop(transport);
    }

    /** Runs until it is told to stop. */
    public void run() throws IOException {
        while (!isOver) {
            agenda.runUntil(clock.millis());
            long wait = Math.min(MOST_WAIT, agenda.nextTime() - clock.millis() + 1);
            try {
                selector.select(Math.max(1, wait));
            } catch (ClosedSelectorException e) {
                return;
            }
            agenda.runUntil(clock.millis());
            for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
                order.run();
            }
            for (SelectionKey key : selector.selectedKeys()) {
                if (key.isValid()) {
                    ready(key);
                }
            }
            selector.selectedKeys().clear();
        }
    }

    private static void ready(SelectionKey key) {
        try {
            ((LabKey) key.attachment()).ready(key);
        } catch (IOException e) {
            // a datagram or a connection that came to nothing, such as the echo of a port that is closed
        }
    }

    private void closeIdle() {
        ends.values().forEach(LabEnd::closeIdle);
        timers.after(IDLE_CHECK, this::closeIdle);
    }

    @Override
    public void close() {
        ends.values().forEach(LabEnd::close);
        try {
            selector.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }
}
