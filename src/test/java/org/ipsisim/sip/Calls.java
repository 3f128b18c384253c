package org.ipsisim.sip;

import java.util.List;
import org.ipsisim.sip.call.Answering;
import org.ipsisim.sip.call.OutgoingCall;
import org.ipsisim.sip.call.OutgoingCall.Offer;
import org.ipsisim.sip.call.PrackPolicy;
import org.ipsisim.sip.call.UserAgent;
import org.ipsisim.sip.transaction.Hop;

/** Two registered phones on a bench: 6001 calls 6002. */
final class Calls {
    static final Answering NORMAL = new Answering(PrackPolicy.NEVER, 4_000, 1);
    static final Answering RELIABLE = new Answering(PrackPolicy.IF_SUPPORTED, 4_000, 1);

    final Bench bench;
    final UserAgent caller;
    final int first;
    final long start;
    OutgoingCall call;

    private Calls(Bench bench, Answering answering) {
        this.bench = bench;
        this.caller = bench.phone(6001, NORMAL);
        bench.register(caller);
        bench.register(bench.phone(6002, answering));
        bench.outcomes.clear();
        this.first = bench.transfers().size() + 1;
        this.start = bench.agenda.now();
    }

    /** Two phones that have registered, before any call. */
    static Calls ready(Bench bench, Answering answering) {
        return new Calls(bench, answering);
    }

    /** A call with a usual offer, of which the messages with these numbers get lost. */
    static Calls begun(Answering answering, Integer... lost) {
        return ready(new Bench(), answering).begin(Offer.USUAL, lost);
    }

    Calls begin(Offer offer, Integer... lost) {
        List<Integer> numbers = List.of(lost);
        bench.fate = (number, from, to, message) -> numbers.contains(number - first + 1) ? -Bench.DELAY : Bench.DELAY;
        call = caller.call("6002", new Hop(bench.transport, Bench.SERVER.host(), Bench.SERVER.port()), offer, bench);
        return this;
    }

    Calls run(long millis) {
        bench.run(start + millis);
        return this;
    }

    /** What was sent since the call began, at times from then on. */
    List<String> flow() {
        return bench.flow(first).stream()
                .map(line -> {
                    int blank = line.indexOf(' ');
                    return Long.parseLong(line.substring(0, blank)) - start + line.substring(blank);
                })
                .toList();
    }

    /** When messages of a kind were sent by a phone or the server, from the beginning of the call on. */
    List<Long> times(String kind, Hop from) {
        return bench.timesOf(kind, from).stream()
                .filter(time -> time >= start)
                .map(time -> time - start)
                .toList();
    }
}
