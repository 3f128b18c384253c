package org.ipsisim.scenario;

import static org.ipsisim.scenario.JsonSchema.listOf;
import static org.ipsisim.scenario.JsonSchema.node;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.RandomOutage;
import org.ipsisim.estate.RandomTime;
import org.ipsisim.estate.RandomTime.Law;
import org.ipsisim.estate.Target;

/** The keys of an entry of {@code random-outages}: what fails by chance, how often and for how long. */
final class RandomOutageKeys extends Mapping<RandomOutage> {
    private final FormatKey<List<Target>> target = required(
            "target", new Targets(), "What fails; several targets have independent outages unless they fail together.");
    private final FormatKey<Boolean> together =
            key("together", Forms.YES_NO, false, "y: one outage affects all targets at once.");
    private final FormatKey<RandomTime> betweenFailures =
            required("between-failures", new RandomTimeKeys().form(), "How long it works until it fails.");
    private final FormatKey<RandomTime> repair = required("repair", new RandomTimeKeys().form(), "How long it is out.");

    RandomOutageKeys() {
        super("an entry of `random-outages`", "A reason to fail.");
    }

    @Override
    Optional<RandomOutage> make(Fields fields) {
        List<Target> targets = fields.get(target);
        boolean isTogether = fields.get(together);
        if (isTogether && !(fields.valueOf(target).node() instanceof Node.Listing)) {
            fields.warn(together, "has no effect: there is only one target")
                    .note("`target: [wan, pn-1]` names several");
        }
        return targets.isEmpty()
                ? Optional.empty()
                : Optional.of(new RandomOutage(
                        targets, isTogether && targets.size() > 1, fields.get(betweenFailures), fields.get(repair)));
    }

    @Override
    void write(RandomOutage outage, Written out) {
        out.put(target, outage.targets());
        if (outage.targets().size() > 1) {
            out.put(together, outage.together());
        }
        out.put(betweenFailures, outage.betweenFailures()).put(repair, outage.repair());
    }

    private static final class Targets extends ValueForm<List<Target>> {
        Targets() {
            super("a name such as `wan`, or a list of names");
        }

        @Override
        Optional<List<Target>> read(EffectiveValue value, FileReading reading) {
            if (!(value.node() instanceof Node.Listing listing)) {
                return References.TARGET.read(value, reading).map(List::of);
            }
            if (listing.items().isEmpty()) {
                reading.errorAt(value, "the list is empty").found("a list").allowed("one or more names such as `wan`");
            }
            List<EffectiveValue> items =
                    reading.items(value, Limits.RANDOM_OUTAGES, "").orElse(List.of());
            return Optional.of(
                    References.TARGET.readEach(items, reading, "appears twice", "each target once in an entry"));
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            Map<String, Object> one = References.TARGET.schema(all);
            return node("anyOf", List.of(one, listOf(one, 1, Limits.RANDOM_OUTAGES)));
        }

        @Override
        Object written(List<Target> targets, Written in) {
            return targets.size() == 1
                    ? targets.get(0).name()
                    : targets.stream().map(Target::name).toList();
        }
    }

    /** The keys of a length of time that is drawn by chance: its law, its mean, and how far it spreads. */
    private static final class RandomTimeKeys extends Mapping<RandomTime> {
        private static final int ANY = 1_000_000_000;

        private final FormatKey<Law> law =
                key("law", Forms.word(Law.class), Law.EXPONENTIAL, "The distribution around the mean.");
        private final FormatKey<Duration> mean = required("mean", Forms.LENGTH, "Its mean.");
        private final FormatKey<Double> shape = key(
                "shape",
                Forms.decimal(Limits.LEAST_SHAPE, Limits.SHAPE),
                1.0,
                "Shape of a Weibull law; below 1, short times are common.");
        private final FormatKey<Double> variation = key(
                "variation",
                Forms.decimal(Limits.LEAST_VARIATION, Limits.VARIATION),
                1.0,
                "With a lognormal law: standard deviation divided by the mean.");

        RandomTimeKeys() {
            super("a random time", "A random length of time.");
        }

        @Override
        Optional<RandomTime> read(Fields fields) {
            fields.read(law);
            readForm(shape, Law.WEIBULL, fields);
            readForm(variation, Law.LOGNORMAL, fields);
            return fields.read(mean) ? make(fields) : Optional.empty();
        }

        /** Reads a key of one law; with another law it has no effect and may be any number. */
        private void readForm(FormatKey<Double> key, Law home, Fields fields) {
            if (fields.get(law) == home) {
                fields.read(key);
            } else if (fields.has(key)) {
                Forms.decimal(-ANY, ANY).read(fields.valueOf(key), fields.reading());
                fields.warn(key, "has no effect with this law").note("it belongs to `law: " + home.key() + "`");
            }
        }

        @Override
        Optional<RandomTime> make(Fields fields) {
            Law its = fields.get(law);
            double form = its == Law.WEIBULL ? fields.get(shape) : fields.get(variation);
            return Optional.of(new RandomTime(its, fields.get(mean), form));
        }

        @Override
        void write(RandomTime time, Written out) {
            out.put(law, time.law()).put(mean, time.mean());
            switch (time.law()) {
                case EXPONENTIAL -> {}
                case WEIBULL -> out.put(shape, time.form());
                case LOGNORMAL -> out.put(variation, time.form());
            }
        }
    }
}
