package org.ipsisim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ipsisim.estate.CallShares;
import org.ipsisim.estate.DayProfile;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.HoldingLaw;
import org.ipsisim.estate.Traffic;

/** Reads {@code traffic} of a port network: how many random calls, how long, and where they go. */
final class TrafficSection {
    private final FileReading reading;
    private final List<EffectiveValue> callees = new ArrayList<>();

    TrafficSection(FileReading reading) {
        this.reading = reading;
    }

    /** @param numbers the port networks that have this traffic */
    Optional<Traffic> read(Optional<Fields> given, List<Integer> numbers) {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = given.get();
        OptionalDouble callsPerHour = fields.requireDecimal("calls-per-hour", 0, Limits.CALLS_PER_HOUR);
        Optional<Duration> meanHold = fields.requireDuration("mean-hold", Limits.SHORTEST, Limits.LONGEST);
        HoldingLaw law = fields.word("hold", HoldingLaw.class).orElse(HoldingLaw.EXPONENTIAL);
        double variation = variation(fields, law);
        Duration setUp = fields.duration("set-up", Duration.ZERO, Limits.SET_UP).orElse(Traffic.DEFAULT_SET_UP);
        Optional<CallShares> shares = shares(fields, numbers);
        OptionalInt circuits = circuits(fields);
        DayProfile profile = profile(fields);
        if (callsPerHour.isEmpty() || meanHold.isEmpty() || shares.isEmpty()) {
            return Optional.empty();
        }
        Traffic traffic = new Traffic(
                callsPerHour.getAsDouble(), meanHold.get(), law, variation, setUp, shares.get(), circuits, profile);
        if (traffic.callsUp(traffic.callsPerHour()) > Traffic.MOST_CALLS_UP) {
            reading.error(
                            fields.find("mean-hold").orElseThrow(),
                            "with so many calls an hour comes to " + Math.round(traffic.callsUp(traffic.callsPerHour()))
                                    + " calls at a time")
                    .allowed("at most " + Traffic.MOST_CALLS_UP + " calls at a time on average");
        }
        return Optional.of(traffic);
    }

    private double variation(Fields fields, HoldingLaw law) {
        OptionalDouble variation = fields.decimal("hold-variation", 0, Limits.HOLD_VARIATION);
        if (law == HoldingLaw.LOGNORMAL) {
            return variation.orElse(1);
        }
        if (fields.has("hold-variation")) {
            warnOfIdleKey(fields, "hold-variation", "exponential holding times have a variation of 1")
                    .note("`hold: lognormal` lets you choose");
        }
        return 1;
    }

    private OptionalInt circuits(Fields fields) {
        if (!fields.has("trunk-circuits")) {
            return OptionalInt.empty();
        }
        if (!fields.has("trunk")) {
            warnOfIdleKey(fields, "trunk-circuits", "no call goes over a trunk")
                    .note("`trunk: 40%` is the share of calls that do");
        }
        return OptionalInt.of(fields.integer("trunk-circuits", 0, Limits.TRUNK_CIRCUITS, 0));
    }

    private Finding warnOfIdleKey(Fields fields, String key, String why) {
        return reading.problems().warning(fields.keySpan(key), fields.path(key), "has no effect: " + why);
    }

    private Optional<CallShares> shares(Fields fields, List<Integer> numbers) {
        double trunk = fields.share("trunk").orElse(0);
        double ip = fields.share("ip").orElse(0);
        SortedMap<Integer, Double> others = new TreeMap<>();
        for (EffectiveValue item : items(fields, "to", Estate.MAX_PORT_NETWORKS, "[{pn: 2, share: 10%}]")) {
            Fields entry = Fields.of(item, Section.TRAFFIC_TO, reading);
            Optional<Integer> pn = callee(entry, numbers);
            OptionalDouble share = entry.requireShare("share");
            if (pn.isPresent() && others.putIfAbsent(pn.get(), share.orElse(0)) != null) {
                reading.error(entry.find("pn").orElseThrow(), "stands in `to` twice")
                        .allowed("each port network once");
            }
        }
        if (CallShares.isTooMuch(trunk, ip, others)) {
            reading.problems()
                    .error(fields.span(), fields.path(), "`trunk`, `ip` and `to` come to more than 100%")
                    .allowed("at most 100% together: the rest are calls within the port network");
            return Optional.empty();
        }
        return Optional.of(new CallShares(trunk, ip, others));
    }

    private List<EffectiveValue> items(Fields fields, String key, int most, String example) {
        Optional<EffectiveValue> value = fields.find(key);
        if (value.isPresent() && value.get().node() instanceof Node.Mapping) {
            reading.error(value.get(), "stands where a list belongs").allowed("a list such as `" + example + "`");
            return List.of();
        }
        return fields.items(key, most);
    }

    private Optional<Integer> callee(Fields entry, List<Integer> numbers) {
        Optional<EffectiveValue> value = entry.require("pn", "the number of another port network");
        Optional<PnRange> range = value.isEmpty() ? Optional.empty() : PnNumbers.range(value.get(), reading);
        if (range.isEmpty()) {
            return Optional.empty();
        }
        int pn = range.get().first();
        if (pn == range.get().last() && numbers.contains(pn)) {
            reading.error(value.get(), "is the port network itself")
                    .allowed("another port network: calls within it are what is left of 100%");
            return Optional.empty();
        }
        callees.add(value.get());
        return pn == range.get().last() ? Optional.of(pn) : Optional.empty();
    }

    /** Checks that the port networks that are called are there, when all are known. */
    void checkReferences(Declared declared) {
        References references = new References(declared, reading);
        callees.forEach(references::portNetwork);
    }

    private DayProfile profile(Fields fields) {
        List<DayProfile.Step> steps = new ArrayList<>();
        for (EffectiveValue item : items(fields, "profile", Limits.PROFILE_STEPS, "[{from: 8h, share: 100%}]")) {
            Fields entry = Fields.of(item, Section.PROFILE_STEP, reading);
            Optional<Duration> from = entry.requireDuration("from", Duration.ZERO, Limits.END_OF_DAY);
            OptionalDouble share = entry.requireShare("share");
            if (from.isPresent() && !steps.isEmpty()) {
                Duration before = steps.get(steps.size() - 1).from();
                if (from.get().compareTo(before) <= 0) {
                    reading.error(entry.find("from").orElseThrow(), "is not after the step before it")
                            .allowed("later than " + DurationText.of(before));
                    continue;
                }
            }
            if (from.isPresent()) {
                steps.add(new DayProfile.Step(from.get(), share.orElse(0)));
            }
        }
        return new DayProfile(steps);
    }
}
