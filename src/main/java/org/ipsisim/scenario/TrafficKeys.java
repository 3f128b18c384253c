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
    private final Key<Double> callsPerHour =
            required("calls-per-hour", Forms.decimal(0, Limits.CALLS_PER_HOUR), "Mean arrivals in an hour.");
    private final Key<Duration> meanHold = required("mean-hold", Forms.length(), "Mean holding time.");
    private final Key<HoldingLaw> hold = key(
            "hold", Forms.word(HoldingLaw.class), HoldingLaw.EXPONENTIAL, "How holding times spread about their mean.");
    private final Key<Double> variation = key(
            "hold-variation",
            Forms.decimal(0, Limits.HOLD_VARIATION),
            1.0,
            "With lognormal: standard deviation divided by the mean; 0: all alike.");
    private final Key<Duration> setUp = key(
            "set-up",
            Forms.duration(Duration.ZERO, Limits.SET_UP),
            Traffic.DEFAULT_SET_UP,
            "Mean time of dialling and ringing.");
    private final Key<Double> trunk = key("trunk", Forms.SHARE, 0.0, "Share of the calls that go over trunks.");
    private final Key<Integer> circuits = optional(
            "trunk-circuits",
            Forms.integer(0, Limits.TRUNK_CIRCUITS),
            "Circuits that the calls over trunks share; without it there are always enough.");
    private final Key<Double> ip =
            key("ip", Forms.SHARE, 0.0, "Share of the calls that are between shuffled IP phones.");
    private final Key<List<Map.Entry<Integer, Double>>> to;
    private final Key<List<DayProfile.Step>> profile;

    /** @param numbers the port networks that have this traffic */
    TrafficKeys(List<Integer> numbers) {
        super("`traffic` of a port network", "Random calls.");
        to = optional(
                "to",
                new CalleeKeys(numbers).list(0, Estate.MAX_PORT_NETWORKS, "[{pn: 2, share: 10%}]"),
                "Shares of the calls that go to other port networks; the rest stays within this one.");
        profile = optional(
                "profile",
                new StepKeys().list(0, Limits.PROFILE_STEPS, "[{from: 8h, share: 100%}]"),
                "Share of calls-per-hour by time of the day; the run begins at midnight.");
    }

    @Override
    Optional<Traffic> read(Fields fields) {
        Optional<Double> rate = callsPerHour.find(fields);
        Optional<Duration> mean = meanHold.find(fields);
        HoldingLaw law = hold.get(fields);
        double spread = variation(fields, law);
        Duration dialling = setUp.get(fields);
        Optional<CallShares> shares = shares(fields);
        OptionalInt trunks = circuits(fields);
        DayProfile day = new DayProfile(profile.find(fields).orElse(List.of()));
        if (rate.isEmpty() || mean.isEmpty() || shares.isEmpty()) {
            return Optional.empty();
        }
        Traffic traffic = new Traffic(rate.get(), mean.get(), law, spread, dialling, shares.get(), trunks, day);
        double callsUp = traffic.callsUp(traffic.callsPerHour());
        if (callsUp > Traffic.MOST_CALLS_UP) {
            fields.reading()
                    .error(
                            meanHold.valueIn(fields),
                            "with so many calls an hour comes to " + Math.round(callsUp) + " calls at a time")
                    .allowed("at most " + Traffic.MOST_CALLS_UP + " calls at a time on average");
        }
        return Optional.of(traffic);
    }

    private double variation(Fields fields, HoldingLaw law) {
        double given = variation.get(fields);
        if (law == HoldingLaw.LOGNORMAL) {
            return given;
        }
        if (variation.isIn(fields)) {
            variation
                    .warn(fields, "has no effect: exponential holding times have a variation of 1")
                    .note("`hold: lognormal` lets you choose");
        }
        return 1;
    }

    private OptionalInt circuits(Fields fields) {
        if (!circuits.isIn(fields)) {
            return OptionalInt.empty();
        }
        if (!trunk.isIn(fields)) {
            circuits.warn(fields, "has no effect: no call goes over a trunk")
                    .note("`trunk: 40%` is the share of calls that do");
        }
        return OptionalInt.of(circuits.find(fields).orElse(0));
    }

    private Optional<CallShares> shares(Fields fields) {
        double overTrunks = trunk.get(fields);
        double betweenPhones = ip.get(fields);
        SortedMap<Integer, Double> others = new TreeMap<>();
        to.find(fields).orElse(List.of()).forEach(each -> others.put(each.getKey(), each.getValue()));
        if (CallShares.isTooMuch(overTrunks, betweenPhones, others)) {
            fields.error("`trunk`, `ip` and `to` come to more than 100%")
                    .allowed("at most 100% together: the rest are calls within the port network");
            return Optional.empty();
        }
        return Optional.of(new CallShares(overTrunks, betweenPhones, others));
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
        private final List<Integer> callers;
        private final Key<PnRange> pn =
                required("pn", Forms.portNetworks("the number of another port network"), "Its number.");
        private final Key<Double> share = required("share", Forms.SHARE, "Share of the calls that go there.");

        CalleeKeys(List<Integer> callers) {
            super("an entry of `to` of traffic", "Calls to one other port network.");
            this.callers = callers;
        }

        @Override
        Optional<Map.Entry<Integer, Double>> read(Fields fields, List<Map.Entry<Integer, Double>> before) {
            Optional<Map.Entry<Integer, Double>> callee = read(fields);
            boolean isSecond = callee.isPresent()
                    && before.stream()
                            .anyMatch(each -> each.getKey().equals(callee.get().getKey()));
            if (isSecond) {
                fields.reading()
                        .error(pn.valueIn(fields), "stands in `to` twice")
                        .allowed("each port network once");
            }
            return isSecond ? Optional.empty() : callee;
        }

        @Override
        Optional<Map.Entry<Integer, Double>> read(Fields fields) {
            Optional<PnRange> range = pn.find(fields);
            double itsShare = share.find(fields).orElse(0.0);
            if (range.isEmpty()) {
                return Optional.empty();
            }
            EffectiveValue value = pn.valueIn(fields);
            FileReading reading = fields.reading();
            if (range.get().isOne() && callers.contains(range.get().first())) {
                reading.error(value, "is the port network itself")
                        .allowed("another port network: calls within it are what is left of 100%");
                return Optional.empty();
            }
            reading.checkLater(() -> References.PORT_NETWORK.read(value, reading));
            return range.get().isOne() ? Optional.of(Map.entry(range.get().first(), itsShare)) : Optional.empty();
        }

        @Override
        void write(Map.Entry<Integer, Double> callee, Written out) {
            out.put(pn, new PnRange(callee.getKey(), callee.getKey())).put(share, callee.getValue());
        }
    }

    private static final class StepKeys extends Mapping<DayProfile.Step> {
        private final Key<Duration> from =
                required("from", Forms.duration(Duration.ZERO, Limits.END_OF_DAY), "Time after midnight.");
        private final Key<Double> share = required("share", Forms.SHARE, "Share of calls-per-hour from then on.");

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
            fields.reading()
                    .error(from.valueIn(fields), "is not after the step before it")
                    .allowed("later than " + DurationText.of(last));
            return Optional.empty();
        }

        @Override
        Optional<DayProfile.Step> read(Fields fields) {
            Optional<Duration> time = from.find(fields);
            double itsShare = share.find(fields).orElse(0.0);
            return time.map(each -> new DayProfile.Step(each, itsShare));
        }

        @Override
        void write(DayProfile.Step step, Written out) {
            out.put(from, step.from()).put(share, step.share());
        }
    }
}
