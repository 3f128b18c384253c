package org.ipsisim.sip.transaction;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Turn;
import org.ipsisim.sip.message.SipMessage;

/** A simulated network between SIP machines: it takes time, may lose messages, and tells of each of them. */
public final class MessageNetwork {
    /** What becomes of a message. */
    @FunctionalInterface
    public interface Fate {
        /**
         * The milliseconds that a message takes; negative if it is lost.
         *
         * @param number its number from 1 on
         */
        long delay(int number, Hop from, Hop to, SipMessage message);
    }

    private final Agenda agenda;
    private final Fate fate;
    private final Map<String, BiConsumer<SipMessage, Hop>> ends = new LinkedHashMap<>();
    private final Consumer<Transfer> sent;
    private int count;
    private final Set<String> seen = new HashSet<>();

    /**
     * A network without ends.
     *
     * @param sent hears of each message when it is sent
     */
    public MessageNetwork(Agenda agenda, Fate fate, Consumer<Transfer> sent) {
        this.agenda = agenda;
        this.fate = fate;
        this.sent = sent;
    }

    /** Adds an end that can be reached at a host and port, over every transport. */
    public void join(Hop at, BiConsumer<SipMessage, Hop> receiver) {
        ends.put(at.toString(), receiver);
    }

    /** The way out of an end. */
    public SipWire wire(Hop from) {
        return (message, to) -> send(message, new Hop(to.transport(), from.host(), from.port()), to);
    }

    private void send(SipMessage message, Hop from, Hop to) {
        count++;
        int number = count;
        long delay = fate.delay(number, from, to, message);
        boolean isLost = delay < 0;
        long arrivesAt = agenda.now() + Math.abs(delay);
        boolean isRepeat = !seen.add(from + " " + to + "\n" + message.text());
        sent.accept(new Transfer(number, agenda.now(), arrivesAt, from, to, message, isLost, isRepeat));
        BiConsumer<SipMessage, Hop> end = ends.get(to.toString());
        if (!isLost && end != null) {
            agenda.once(arrivesAt, Turn.ARRIVAL, number, () -> end.accept(message, from));
        }
    }
}
