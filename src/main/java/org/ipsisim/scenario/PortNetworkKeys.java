package org.ipsisim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.estate.Traffic;

/** The keys of an entry of {@code port-networks}; a range stands for several identical port networks. */
final class PortNetworkKeys extends Mapping<List<PortNetwork>> {
    private final FormatKey<PnRange> pn =
            naming("pn", Forms.portNetworks("1 to 64, or a range such as 2-5"), "Its number, or a range such as 2-5.");
    private final FormatKey<String> site =
            optional("site", Forms.SITE, "One of the sites; the first one if not given.");
    private final FormatKey<Integer> community =
            key("community", Forms.integer(1, Limits.COMMUNITY), 1, "Its community.");
    private final FormatKey<String> ipsis =
            key("ipsis", Forms.word(List.of("single", "duplicated")), "single", "Whether it has one or two IPSIs.");
    private final FormatKey<Boolean> ignored = key(
            "ignore-connectivity-in-arbitration",
            Forms.YES_NO,
            false,
            "Its IPSIs do not count in arbitration between the main servers.");
    private final FormatKey<StableCalls> calls =
            optional("calls", new CallsKeys().form(), "Stable calls at the start.");
    private final FormatKey<Traffic> traffic = optional("traffic", new TrafficKeys().form(), "Random calls.");
    private final LabelKeys label = LabelKeys.of(this);

    PortNetworkKeys() {
        super("an entry of `port-networks`", "A port network, or a range of them.");
    }

    @Override
    Optional<List<PortNetwork>> make(Fields fields) {
        FileReading reading = fields.reading();
        List<PortNetwork> all = new ArrayList<>();
        for (int number : fields.get(pn).numbers()) {
            if (reading.names().declarePortNetwork(fields.valueOf(pn), number)) {
                reading.putPortNetwork(number, fields.path());
                reading.putLabel("pn-" + number, label.label(fields));
                all.add(new PortNetwork(
                        number,
                        fields.find(site).orElse(reading.sites().first()),
                        fields.get(community),
                        fields.get(ipsis).equals("duplicated"),
                        fields.get(ignored),
                        fields.find(calls).orElse(StableCalls.NONE),
                        fields.find(traffic)));
            }
        }
        return Optional.of(all);
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
        label.write(out.labels().of(first.id()), out);
    }

    private static final class CallsKeys extends Mapping<StableCalls> {
        private static final Duration A_DAY = Duration.ofDays(1);

        private final FormatKey<Integer> pn =
                key("pn", Forms.integer(0, Limits.CALLS), 0, "Calls that use the port network's resources.");
        private final FormatKey<Integer> ip =
                key("ip", Forms.integer(0, Limits.CALLS), 0, "Calls between shuffled IP phones.");
        private final FormatKey<Duration> redial = optional(
                "redial",
                Forms.LENGTH,
                "How long after service is back as many calls are made again; without it, dropped calls do not come back.");

        CallsKeys() {
            super("`calls` of a port network", "Stable calls at the start.");
        }

        @Override
        Optional<StableCalls> make(Fields fields) {
            Duration length = fields.reading().end();
            boolean isLong = length.compareTo(Limits.LONGEST) <= 0 && length.compareTo(A_DAY) >= 0;
            if (isLong && fields.get(pn) > 0 && !fields.has(redial)) {
                fields.warn(pn, "these calls can drop only once in the " + DurationText.of(length) + " of the run")
                        .note("`redial: 5m` lets people dial again 5 minutes after service is back (an assumption)");
            }
            return Optional.of(new StableCalls(fields.get(pn), fields.get(ip), fields.find(redial)));
        }

        @Override
        void write(StableCalls calls, Written out) {
            out.put(pn, calls.pn()).put(ip, calls.ip()).put(redial, calls.redial());
        }
    }
}
