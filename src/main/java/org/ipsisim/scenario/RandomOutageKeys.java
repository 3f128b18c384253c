package org.ipsisim.scenario;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.RandomOutage;
import org.ipsisim.estate.RandomTime;
import org.ipsisim.estate.Target;

/** The keys of an entry of {@code random-outages}: what fails by chance, how often and for how long. */
final class RandomOutageKeys extends Mapping<RandomOutage> {
    private final Key<List<Target>> target = required(
            "target", new TargetList(), "What fails; several have outages of their own unless they fail together.");
    private final Key<Boolean> together =
            key("together", Forms.YES_NO, false, "y: one draw strikes all targets at once.");
    private final Key<RandomTime> betweenFailures =
            required("between-failures", new RandomTimeKeys().form(), "How long it works until it fails.");
    private final Key<RandomTime> repair = required("repair", new RandomTimeKeys().form(), "How long it is out.");

    RandomOutageKeys() {
        super("an entry of `random-outages`", "A reason to fail.");
    }

    @Override
    Optional<RandomOutage> read(Fields fields) {
        List<Target> targets = target.find(fields).orElse(List.of());
        boolean isTogether = together.get(fields);
        if (isTogether && target.isIn(fields) && !(target.valueIn(fields).node() instanceof Node.Listing)) {
            together.warn(fields, "has no effect: there is nothing to fail together with")
                    .note("`target: [wan, pn-1]` names several");
        }
        Optional<RandomTime> up = betweenFailures.find(fields);
        Optional<RandomTime> down = repair.find(fields);
        return targets.isEmpty() || up.isEmpty() || down.isEmpty()
                ? Optional.empty()
                : Optional.of(new RandomOutage(targets, isTogether && targets.size() > 1, up.get(), down.get()));
    }

    @Override
    void write(RandomOutage outage, Written out) {
        out.put(target, outage.targets());
        if (outage.targets().size() > 1) {
            out.put(together, outage.together());
        }
        out.put(betweenFailures, outage.betweenFailures()).put(repair, outage.repair());
    }

    private record TargetList() implements Form<List<Target>> {
        @Override
        public Optional<List<Target>> read(EffectiveValue value, FileReading reading) {
            if (!(value.node() instanceof Node.Listing listing)) {
                return References.TARGET.read(value, reading).map(List::of);
            }
            if (listing.items().isEmpty()) {
                reading.error(value, "without a name").allowed("one or more names such as `wan`");
            }
            Map<String, Target> targets = new LinkedHashMap<>();
            for (EffectiveValue item :
                    Fields.items(value, Limits.RANDOM_OUTAGES, "", reading).orElse(List.of())) {
                Optional<Target> target = References.TARGET.read(item, reading);
                if (target.isPresent() && targets.putIfAbsent(target.get().name(), target.get()) != null) {
                    reading.error(item, "stands here twice").allowed("each target once in an entry");
                }
            }
            return Optional.of(List.copyOf(targets.values()));
        }

        @Override
        public Object written(List<Target> value, Written in) {
            return value.size() == 1
                    ? value.get(0).name()
                    : value.stream().map(Target::name).toList();
        }

        @Override
        public String allowed() {
            return "a name such as `wan`, or a list of names";
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            Map<String, Object> one = References.TARGET.schema(schema);
            return ScenarioSchema.node(
                    "anyOf",
                    List.of(
                            one,
                            ScenarioSchema.node("type", "array", "minItems", 1, "uniqueItems", true, "items", one)));
        }
    }

    /** The keys of a length of time that is drawn by chance: its law, its mean, and how far it spreads. */
    private static final class RandomTimeKeys extends Mapping<RandomTime> {
        private static final int ANY = 1_000_000_000;

        private final Key<RandomTime.Law> law = key(
                "law", Forms.word(RandomTime.Law.class), RandomTime.Law.EXPONENTIAL, "How it spreads about its mean.");
        private final Key<Duration> mean = required("mean", Forms.length(), "Its mean.");
        private final Key<Double> shape = key(
                "shape",
                Forms.decimal(Limits.LEAST_SHAPE, Limits.SHAPE),
                1.0,
                "Of a Weibull law; below 1 short times are common.");
        private final Key<Double> variation = key(
                "variation",
                Forms.decimal(Limits.LEAST_VARIATION, Limits.VARIATION),
                1.0,
                "Of a lognormal law: standard deviation divided by the mean.");

        RandomTimeKeys() {
            super("a random time", "A length of time that is drawn by chance.");
        }

        @Override
        Optional<RandomTime> read(Fields fields) {
            Optional<Duration> length = mean.find(fields);
            RandomTime.Law its = law.get(fields);
            double itsShape = form(shape, its, RandomTime.Law.WEIBULL, fields);
            double itsVariation = form(variation, its, RandomTime.Law.LOGNORMAL, fields);
            double form = its == RandomTime.Law.WEIBULL ? itsShape : itsVariation;
            return length.map(each -> new RandomTime(its, each, its == RandomTime.Law.EXPONENTIAL ? 1 : form));
        }

        private static double form(Key<Double> key, RandomTime.Law law, RandomTime.Law home, Fields fields) {
            if (law == home || !key.isIn(fields)) {
                return key.get(fields);
            }
            fields.reading().scalars().decimal(key.valueIn(fields), -ANY, ANY);
            key.warn(fields, "has no effect with this law").note("it belongs to `law: " + home.key() + "`");
            return 1;
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
