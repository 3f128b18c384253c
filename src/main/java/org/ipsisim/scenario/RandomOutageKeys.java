package org.ipsisim.scenario;

import static org.ipsisim.scenario.ScenarioSchema.listOf;
import static org.ipsisim.scenario.ScenarioSchema.node;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.RandomOutage;
import org.ipsisim.estate.RandomTime;
import org.ipsisim.estate.RandomTime.Law;
import org.ipsisim.estate.Target;

/** The keys of an entry of {@code random-outages}: what fails by chance, how often and for how long. */
final class RandomOutageKeys extends Mapping<RandomOutage> {
    private final Key<List<Target>> target = required(
            "target",
            new TargetList(),
            "What fails; several targets have independent outages unless they fail together.");
    private final Key<Boolean> together =
            key("together", Forms.YES_NO, false, "y: one outage affects all targets at once.");
    private final Key<RandomTime> betweenFailures =
            required("between-failures", new RandomTimeKeys().form(), "How long it works until it fails.");
    private final Key<RandomTime> repair = required("repair", new RandomTimeKeys().form(), "How long it is out.");

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

    private static final class TargetList extends Form<List<Target>> {
        TargetList() {
            super("a name such as `wan`, or a list of names", Map.of());
        }

        @Override
        Optional<List<Target>> read(EffectiveValue value, FileReading reading) {
            if (!(value.node() instanceof Node.Listing listing)) {
                return References.TARGET.read(value, reading).map(List::of);
            }
            if (listing.items().isEmpty()) {
                reading.errorAt(value, "the list is empty").found("a list").allowed("one or more names such as `wan`");
            }
            Map<String, Target> targets = new LinkedHashMap<>();
            for (EffectiveValue item :
                    reading.items(value, Limits.RANDOM_OUTAGES, "").orElse(List.of())) {
                Optional<Target> target = References.TARGET.read(item, reading);
                if (target.isPresent() && targets.putIfAbsent(target.get().name(), target.get()) != null) {
                    reading.error(item, "appears twice").allowed("each target once in an entry");
                }
            }
            return Optional.of(List.copyOf(targets.values()));
        }

        @Override
        Object written(List<Target> value, Written in) {
            List<String> names = value.stream().map(Target::name).toList();
            return names.size() == 1 ? names.get(0) : names;
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            Map<String, Object> one = References.TARGET.schema(all);
            return node("anyOf", List.of(one, listOf(one, 1, Limits.RANDOM_OUTAGES)));
        }
    }

    /** The keys of a length of time that is drawn by chance: its law, its mean, and how far it spreads. */
    private static final class RandomTimeKeys extends Mapping<RandomTime> {
        private static final int ANY = 1_000_000_000;

        private final Key<Law> law =
                key("law", Forms.word(Law.class), Law.EXPONENTIAL, "The distribution around the mean.");
        private final Key<Duration> mean = required("mean", Forms.LENGTH, "Its mean.");
        private final Key<Double> shape = key(
                "shape",
                new Forms.Decimal(Limits.LEAST_SHAPE, Limits.SHAPE),
                1.0,
                "Of a Weibull law; below 1 short times are common.");
        private final Key<Double> variation = key(
                "variation",
                new Forms.Decimal(Limits.LEAST_VARIATION, Limits.VARIATION),
                1.0,
                "Of a lognormal law: standard deviation divided by the mean.");

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
        private void readForm(Key<Double> key, Law home, Fields fields) {
            if (fields.get(law) == home) {
                fields.read(key);
            } else if (fields.has(key)) {
                new Forms.Decimal(-ANY, ANY).read(fields.valueOf(key), fields.reading());
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
