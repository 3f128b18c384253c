package org.ipsisim.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.security.SecureRandom;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.sip.call.Answering;
import org.ipsisim.sip.call.OutgoingCall;
import org.ipsisim.sip.call.UserAgent;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.registrar.PhoneIdentity;
import org.ipsisim.sip.registrar.RegistrationAgent;
import org.ipsisim.sip.transaction.Hop;
import org.ipsisim.sip.transaction.Journal;
import org.ipsisim.sip.transaction.SipTimers;

/** Phones on real sockets of their own, in a thread of their own. */
final class RealPhones implements AutoCloseable, RegistrationAgent.Listener, OutgoingCall.Listener {
    final List<String> outcomes = new CopyOnWriteArrayList<>();
    private final LabClock clock = new LabClock();
    private final Agenda agenda = new Agenda();
    private final SipTimers timers = new SipTimers(agenda);
    private final Selector selector;
    private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
    private final List<LabEnd> ends = new CopyOnWriteArrayList<>();
    private final SecureRandom random = new SecureRandom();

    RealPhones() throws IOException {
        selector = Selector.open();
        Thread thread = new Thread(this::run);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                agenda.runUntil(clock.millis());
                selector.select(Math.max(1, Math.min(100, agenda.nextTime() - clock.millis())));
                for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
                    order.run();
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    if (key.isValid()) {
                        ((LabKey) key.attachment()).ready(key);
                    }
                }
                selector.selectedKeys().clear();
            }
        } catch (ClosedSelectorException e) {
            // the test is over
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void order(Runnable order) {
        orders.add(order);
        selector.wakeup();
    }

    /** A phone on a free port. */
    UserAgent phone(String user, String password, Hop server, Answering answering) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        LabEnd end = new LabEnd(
                user, new InetSocketAddress(loopback, FreePort.find(loopback)), selector, clock, new QuietListener());
        end.set(LabEnd.State.UP);
        ends.add(end);
        UserAgent agent = new UserAgent(
                new PhoneIdentity(user, "example.com", password, end.hop(server.transport())),
                answering,
                random::nextLong,
                timers,
                end::send,
                Journal.NONE);
        end.serve(agent::receive);
        return agent;
    }

    /** Waits until something has become of what was asked for. */
    void await(String outcome) throws InterruptedException {
        for (int i = 0; i < 6000 && !outcomes.contains(outcome); i++) {
            Thread.sleep(10);
        }
        if (!outcomes.contains(outcome)) {
            throw new AssertionError("no " + outcome + " but " + outcomes);
        }
    }

    @Override
    public void close() throws IOException {
        ends.forEach(LabEnd::close);
        selector.close();
    }

    static final class QuietListener implements LabListener {
        @Override
        public void listening(String name, Hop at) {}

        @Override
        public void message(long millis, String name, Hop own, Hop other, boolean isIncoming, SipMessage message) {}

        @Override
        public void note(long millis, String name, String rule, String text) {}
    }

    @Override
    public void registered(long seconds) {
        outcomes.add("registered " + seconds);
    }

    @Override
    public void refused(int status) {
        outcomes.add("refused " + status);
    }

    @Override
    public void unanswered() {
        outcomes.add("unanswered");
    }

    @Override
    public void progressed(int status) {
        outcomes.add("progressed " + status);
    }

    @Override
    public void answered() {
        outcomes.add("answered");
    }

    @Override
    public void ended() {
        outcomes.add("ended");
    }
}
