package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.estate.Traffic;

/** The keys of an entry of {@code port-networks}; an entry with a range stands for several alike. */
final class PortNetworkKeys extends Mapping<List<PortNetwork>> {
    private final Key<PnRange> pn = required(
            "pn", Forms.portNetworks("1 to 64, or a range such as 2-5"), "Its number, or a range such as 2-5.");
    private final Key<String> site = optional("site", Forms.SITE, "One of the sites; the first one if not given.");
    private final Key<Integer> community = key("community", Forms.integer(1, Limits.COMMUNITY), 1, "Its community.");
    private final Key<String> ipsis =
            key("ipsis", Forms.word(List.of("single", "duplicated")), "single", "Whether it has one or two IPSIs.");
    private final Key<Boolean> ignored = key(
            "ignore-connectivity-in-arbitration",
            Forms.YES_NO,
            false,
            "Its IPSIs do not count when the main servers judge each other.");
    private final Key<StableCalls> calls = optional("calls", new CallsKeys().form(), "Stable calls at the start.");
    private final Key<Traffic> traffic = optional("traffic", new TrafficKeys(List.of()).form(), "Random calls.");

    PortNetworkKeys() {
        super("an entry of `port-networks`", "A port network, or a range of them.");
    }

    @Override
    Optional<List<PortNetwork>> read(Fields fields) {
        List<Integer> numbers = numbers(fields);
        String itsSite = site.find(fields).orElse(fields.reading().sites().first());
        int itsCommunity = community.get(fields);
        boolean isDuplicated = ipsis.get(fields).equals("duplicated");
        boolean isIgnored = ignored.get(fields);
        StableCalls itsCalls = calls.find(fields).orElse(StableCalls.NONE);
        Optional<Traffic> itsTraffic = traffic.isIn(fields)
                ? new TrafficKeys(numbers).form().read(traffic.valueIn(fields), fields.reading())
                : Optional.empty();
        List<PortNetwork> all = new ArrayList<>();
        for (int number : numbers) {
            fields.reading().positions().putPortNetwork(number, fields.path());
            all.add(new PortNetwork(number, itsSite, itsCommunity, isDuplicated, isIgnored, itsCalls, itsTraffic));
        }
        return Optional.of(all);
    }

    private List<Integer> numbers(Fields fields) {
        ScenarioNames names = fields.reading().names();
        Optional<PnRange> range = pn.find(fields);
        if (range.isEmpty()) {
            names.markIncomplete();
            return List.of();
        }
        return range.get().numbers().stream()
                .filter(number -> names.declarePortNetwork(pn.valueIn(fields), number))
                .toList();
    }

    /** Writes the first one: each has an entry of its own. */
    @Override
    void write(List<PortNetwork> alike, Written out) {
        PortNetwork first = alike.get(0);
        out.put(pn, new PnRange(first.number(), first.number()))
                .put(site, first.site())
                .put(community, first.community())
                .put(ipsis, first.duplicatedIpsis() ? "duplicated" : "single")
                .put(ignored, first.ignoreConnectivityInArbitration())
                .put(calls, first.calls())
                .put(traffic, first.traffic());
    }

    private static final class CallsKeys extends Mapping<StableCalls> {
        private final Key<Integer> pn =
                key("pn", Forms.integer(0, Limits.CALLS), 0, "Calls that use the port network's resources.");
        private final Key<Integer> ip =
                key("ip", Forms.integer(0, Limits.CALLS), 0, "Calls between shuffled IP phones.");

        CallsKeys() {
            super("`calls` of a port network", "Stable calls at the start.");
        }

        @Override
        Optional<StableCalls> read(Fields fields) {
            return Optional.of(new StableCalls(pn.get(fields), ip.get(fields)));
        }

        @Override
        void write(StableCalls calls, Written out) {
            out.put(pn, calls.pn()).put(ip, calls.ip());
        }
    }
}
