package org.ipsisim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.DailyTime;
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
    private final FormatKey<Boolean> keepPower = key(
            "ip-phones-keep-power",
            Forms.YES_NO,
            false,
            "Whether its IP phones are fed from elsewhere when its site fails; if not, calls between them end.");
    private final FormatKey<Duration> nightly = optional(
            "nightly-interchange",
            Forms.duration(Duration.ZERO, Limits.END_OF_DAY),
            "When each day its standby IPSI gets control for 20 s; without start the run begins at midnight.");
    private final LabelKeys label = LabelKeys.of(this);

    PortNetworkKeys() {
        super("an entry of `port-networks`", "A port network, or a range of them.");
    }

    @Override
    Optional<List<PortNetwork>> make(Fields fields) {
        FileReading reading = fields.reading();
        List<PortNetwork> all = new ArrayList<>();
        if (fields.has(nightly) && !fields.get(ipsis).equals("duplicated")) {
            fields.errorAt(nightly, "there is no standby IPSI to change to").allowed("with `ipsis: duplicated`");
        }
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
                        fields.find(traffic),
                        fields.get(keepPower),
                        fields.find(nightly).map(time -> new DailyTime(time, reading.clock()))));
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
                .put(traffic, first.traffic())
                .put(keepPower, first.ipPhonesKeepPower())
                .put(nightly, first.nightlyInterchange().map(DailyTime::time));
        label.write(out.labels().of(first.id()), out);
    }

    private static final class CallsKeys extends Mapping<StableCalls> {
        private static final Duration A_DAY = Duration.ofDays(1);

        private final FormatKey<Integer> pn =
                key("pn", Forms.integer(0, Limits.CALLS), 0, "Calls that use the port network's resources.");
        private final FormatKey<Integer> ip =
                key("ip", Forms.integer(0, Limits.CALLS), 0, "Calls between shuffled IP phones.");
        private final FormatKey<Optional<Duration>> redial = key(
                "redial",
                new Redial(),
                Optional.of(StableCalls.DEFAULT_REDIAL),
                "How long after service is back as many calls are made again; never: dropped calls do not come back.");

        CallsKeys() {
            super("`calls` of a port network", "Stable calls at the start.");
        }

        @Override
        Optional<StableCalls> make(Fields fields) {
            if (fields.get(pn) + fields.get(ip) == 0) {
                return Optional.of(StableCalls.NONE);
            }
            Duration length = fields.reading().end();
            boolean isLong = length.compareTo(Limits.LONGEST) <= 0 && length.compareTo(A_DAY) >= 0;
            Optional<Duration> again = fields.get(redial);
            if (isLong && again.isEmpty()) {
                fields.warn(redial, "these calls can drop only once in the " + DurationText.of(length) + " of the run")
                        .allowed("a duration such as 5m, after which people dial again");
            }
            return Optional.of(new StableCalls(fields.get(pn), fields.get(ip), again));
        }

        @Override
        void write(StableCalls calls, Written out) {
            out.put(pn, calls.pn()).put(ip, calls.ip());
            if (calls.pn() + calls.ip() > 0) {
                out.put(redial, calls.redial());
            }
        }
    }

    private static final class Redial extends ValueForm.OfText<Optional<Duration>> {
        private static final String NEVER = "never";

        Redial() {
            super("a duration such as `5m`, or `never`");
        }

        @Override
        Optional<Optional<Duration>> read(String text, EffectiveValue value, FileReading reading) {
            if (text.equals(NEVER)) {
                return Optional.of(Optional.empty());
            }
            Optional<Duration> time = Forms.LENGTH.read(value, reading);
            return time.isPresent() ? Optional.of(time) : Optional.empty();
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return JsonSchema.either(allowed(), Forms.LENGTH.schema(all), Map.of("const", NEVER));
        }

        @Override
        Object written(Optional<Duration> time, Written in) {
            return time.map(DurationText::of).orElse(NEVER);
        }
    }
}
