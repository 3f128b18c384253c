package org.ipsisim.sip.transaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Turn;
import org.ipsisim.sip.message.SipMessage;

/** A simulated network between SIP machines: it takes time, may lose messages, and remembers each of them. */
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
    private final List<Transfer> transfers = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    public MessageNetwork(Agenda agenda, Fate fate) {
        this.agenda = agenda;
        this.fate = fate;
    }

    /** Adds an end that can be reached at a host and port, over every transport. */
    public void join(Hop at, BiConsumer<SipMessage, Hop> receiver) {
        ends.put(at.toString(), receiver);
    }

    /** The way out of an end. */
    public Wire wire(Hop from) {
        return (message, to) -> send(message, new Hop(to.transport(), from.host(), from.port()), to);
    }

    private void send(SipMessage message, Hop from, Hop to) {
        int number = transfers.size() + 1;
        long delay = fate.delay(number, from, to, message);
        boolean isLost = delay < 0;
        long arrivesAt = agenda.now() + Math.abs(delay);
        boolean isRepeat = !seen.add(from + " " + to + "\n" + message.text());
        transfers.add(new Transfer(number, agenda.now(), arrivesAt, from, to, message, isLost, isRepeat));
        BiConsumer<SipMessage, Hop> end = ends.get(to.toString());
        if (!isLost && end != null) {
            agenda.once(arrivesAt, Turn.ARRIVAL, number, () -> end.accept(message, from));
        }
    }

    /** Everything that was sent so far, in order. */
    public List<Transfer> transfers() {
        return List.copyOf(transfers);
    }
}
