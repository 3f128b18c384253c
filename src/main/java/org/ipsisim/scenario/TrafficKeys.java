package org.ipsisim.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ipsisim.estate.CallShares;
import org.ipsisim.estate.DayProfile;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.HoldingLaw;
import org.ipsisim.estate.Traffic;

/** The keys of {@code traffic} of a port network: how many random calls, how long, and where they go. */
final class TrafficKeys extends Mapping<Traffic> {
    private final FormatKey<Double> callsPerHour =
            required("calls-per-hour", Forms.decimal(0, Limits.CALLS_PER_HOUR), "Mean arrivals in an hour.");
    private final FormatKey<Duration> meanHold = required("mean-hold", Forms.LENGTH, "Mean holding time.");
    private final FormatKey<HoldingLaw> hold = key(
            "hold",
            Forms.word(HoldingLaw.class),
            HoldingLaw.EXPONENTIAL,
            "The distribution of holding times around their mean.");
    private final FormatKey<Double> variation = key(
            "hold-variation",
            Forms.decimal(0, Limits.HOLD_VARIATION),
            1.0,
            "With lognormal: standard deviation divided by the mean; 0: all equal.");
    private final FormatKey<Duration> setUp = key(
            "set-up",
            Forms.duration(Duration.ZERO, Limits.SET_UP),
            Traffic.DEFAULT_SET_UP,
            "Mean time of dialling and ringing.");
    private final FormatKey<Double> trunk = key("trunk", Forms.SHARE, 0.0, "Share of the calls that go over trunks.");
    private final FormatKey<Integer> circuits = optional(
            "trunk-circuits",
            Forms.integer(0, Limits.TRUNK_CIRCUITS),
            "Circuits that the calls over trunks share; without it there are always enough.");
    private final FormatKey<Double> ip =
            key("ip", Forms.SHARE, 0.0, "Share of the calls that are between shuffled IP phones.");
    private final FormatKey<List<Map.Entry<Integer, Double>>> to = optional(
            "to",
            new CalleeKeys().list(0, Estate.MAX_PORT_NETWORKS, "[{pn: 2, share: 10%}]"),
            "Shares of the calls that go to other port networks; the rest stays within this one.");
    private final FormatKey<List<DayProfile.Step>> profile = optional(
            "profile",
            new StepKeys().list(0, Limits.PROFILE_STEPS, "[{from: 8h, share: 100%}]"),
            "Share of calls-per-hour by time of the day; without start the run begins at midnight.");

    TrafficKeys() {
        super("`traffic` of a port network", "Random calls.");
    }

    @Override
    Optional<Traffic> make(Fields fields) {
        Optional<CallShares> shares = shares(fields);
        if (shares.isEmpty()) {
            return Optional.empty();
        }
        HoldingLaw law = fields.get(hold);
        Traffic traffic = new Traffic(
                fields.get(callsPerHour),
                fields.get(meanHold),
                law,
                variation(fields, law),
                fields.get(setUp),
                shares.get(),
                circuits(fields),
                new DayProfile(
                        fields.find(profile).orElse(List.of()), fields.reading().clock()));
        double callsUp = traffic.callsUp(traffic.callsPerHour());
        if (callsUp > Traffic.MOST_CALLS_UP) {
            fields.error(meanHold, "with this many calls an hour means " + Math.round(callsUp) + " calls at a time")
                    .allowed("at most " + Traffic.MOST_CALLS_UP + " calls at a time on average");
        }
        return Optional.of(traffic);
    }

    private double variation(Fields fields, HoldingLaw law) {
        if (law == HoldingLaw.LOGNORMAL) {
            return fields.get(variation);
        }
        if (fields.has(variation)) {
            fields.warn(variation, "has no effect: exponential holding times have a variation of 1")
                    .note("`hold: lognormal` lets you choose");
        }
        return 1;
    }

    private OptionalInt circuits(Fields fields) {
        if (!fields.has(circuits)) {
            return OptionalInt.empty();
        }
        if (!fields.has(trunk)) {
            fields.warn(circuits, "has no effect: no calls go over trunks")
                    .note("`trunk: 40%` sets the share of calls that do");
        }
        return OptionalInt.of(fields.find(circuits).orElse(0));
    }

    private Optional<CallShares> shares(Fields fields) {
        SortedMap<Integer, Double> others = new TreeMap<>();
        fields.find(to).orElse(List.of()).forEach(each -> others.put(each.getKey(), each.getValue()));
        if (CallShares.isTooMuch(fields.get(trunk), fields.get(ip), others)) {
            fields.error("`trunk`, `ip` and `to` add up to more than 100%")
                    .allowed("at most 100% together; the rest are calls within the port network");
            return Optional.empty();
        }
        return Optional.of(new CallShares(fields.get(trunk), fields.get(ip), others));
    }

    @Override
    void write(Traffic traffic, Written out) {
        CallShares shares = traffic.shares();
        out.put(callsPerHour, traffic.callsPerHour())
                .put(meanHold, traffic.meanHold())
                .put(hold, traffic.law());
        if (traffic.law() == HoldingLaw.LOGNORMAL) {
            out.put(variation, traffic.variation());
        }
        out.put(setUp, traffic.setUp()).put(trunk, shares.trunk());
        if (traffic.circuits().isPresent()) {
            out.put(circuits, traffic.circuits().getAsInt());
        }
        out.put(ip, shares.ip())
                .putAny(to, List.copyOf(shares.others().entrySet()))
                .putAny(profile, traffic.profile().steps());
    }

    private static final class CalleeKeys extends Mapping<Map.Entry<Integer, Double>> {
        private final FormatKey<PnRange> pn =
                required("pn", Forms.portNetworks("the number of another port network"), "Its number.");
        private final FormatKey<Double> share = required("share", Forms.SHARE, "Share of the calls that go there.");

        CalleeKeys() {
            super("an entry of `to` of traffic", "Calls to one other port network.");
        }

        @Override
        Optional<Map.Entry<Integer, Double>> read(Fields fields, List<Map.Entry<Integer, Double>> before) {
            Optional<Map.Entry<Integer, Double>> callee = read(fields);
            boolean isSecond = callee.isPresent()
                    && before.stream()
                            .anyMatch(each -> each.getKey().equals(callee.get().getKey()));
            if (isSecond) {
                fields.error(pn, "appears twice in `to`").allowed("each port network once");
            }
            return isSecond ? Optional.empty() : callee;
        }

        @Override
        Optional<Map.Entry<Integer, Double>> make(Fields fields) {
            fields.reading().checkLater(() -> check(fields));
            PnRange range = fields.get(pn);
            return range.isOne() ? Optional.of(Map.entry(range.first(), fields.get(share))) : Optional.empty();
        }

        /** Another port network that the file declares. */
        private void check(Fields fields) {
            PnRange range = fields.get(pn);
            FileReading reading = fields.reading();
            String callers = reading.pathOfPortNetwork(range.first());
            if (range.isOne() && callers != null && fields.path().startsWith(callers + ".")) {
                fields.error(pn, "is the port network itself")
                        .allowed("another port network; the rest of 100% are calls within this one");
            } else {
                References.PORT_NETWORK.read(fields.valueOf(pn), reading);
            }
        }

        @Override
        void write(Map.Entry<Integer, Double> callee, Written out) {
            out.put(pn, new PnRange(callee.getKey(), callee.getKey())).put(share, callee.getValue());
        }
    }

    private static final class StepKeys extends Mapping<DayProfile.Step> {
        private final FormatKey<Duration> from =
                required("from", Forms.duration(Duration.ZERO, Limits.END_OF_DAY), "Time after midnight.");
        private final FormatKey<Double> share = required("share", Forms.SHARE, "Share of calls-per-hour from then on.");

        StepKeys() {
            super("an entry of `profile` of traffic", "A step of the profile.");
        }

        @Override
        Optional<DayProfile.Step> read(Fields fields, List<DayProfile.Step> before) {
            Optional<DayProfile.Step> step = read(fields);
            if (step.isEmpty() || before.isEmpty()) {
                return step;
            }
            Duration last = before.get(before.size() - 1).from();
            if (step.get().from().compareTo(last) > 0) {
                return step;
            }
            fields.error(from, "is not after the step before it").allowed("later than " + DurationText.of(last));
            return Optional.empty();
        }

        @Override
        Optional<DayProfile.Step> make(Fields fields) {
            return Optional.of(new DayProfile.Step(fields.get(from), fields.get(share)));
        }

        @Override
        void write(DayProfile.Step step, Written out) {
            out.put(from, step.from()).put(share, step.share());
        }
    }
}
