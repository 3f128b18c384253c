package org.ipsisim.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ipsisim.estate.OutageLaw;
import org.ipsisim.estate.RandomTime;

/** Reads a length of time that is drawn by chance: its law, its mean, and how far it spreads. */
final class RandomTimeReader {
    private static final String SHAPE = "shape";
    private static final String VARIATION = "variation";

    /** The range of the law is told, rather than one that holds for all. */
    private static final int ANY = 1_000_000_000;

    private final FileReading reading;

    RandomTimeReader(FileReading reading) {
        this.reading = reading;
    }

    /** The time under a key that must be there; empty if it is not, or cannot be used. */
    Optional<RandomTime> require(String key, Fields entry) {
        if (entry.require(key, "a law and a mean, such as `{law: exponential, mean: 30d}`")
                .isEmpty()) {
            return Optional.empty();
        }
        Fields fields = entry.fields(key, Section.RANDOM_TIME).orElseThrow();
        Optional<Duration> mean = fields.requireDuration("mean", Limits.SHORTEST, Limits.LONGEST);
        OutageLaw law = fields.word("law", OutageLaw.class).orElse(OutageLaw.EXPONENTIAL);
        OptionalDouble shape = form(SHAPE, law == OutageLaw.WEIBULL, "weibull", fields);
        OptionalDouble variation = form(VARIATION, law == OutageLaw.LOGNORMAL, "lognormal", fields);
        double form = law == OutageLaw.WEIBULL ? shape.orElse(1) : variation.orElse(1);
        return mean.map(length -> new RandomTime(law, length, law == OutageLaw.EXPONENTIAL ? 1 : form));
    }

    private OptionalDouble form(String key, boolean belongs, String law, Fields fields) {
        double least = key.equals(SHAPE) ? Limits.LEAST_SHAPE : Limits.LEAST_VARIATION;
        int most = key.equals(SHAPE) ? Limits.SHAPE : Limits.VARIATION;
        OptionalDouble form = fields.decimal(key, -ANY, ANY);
        if (fields.has(key) && !belongs) {
            reading.problems()
                    .warning(fields.keySpan(key), fields.path(key), "has no effect with this law")
                    .note("it belongs to `law: " + law + "`");
            return OptionalDouble.empty();
        }
        if (form.isPresent() && (form.getAsDouble() < least || form.getAsDouble() > most)) {
            reading.error(fields.find(key).orElseThrow(), "is out of range").allowed(least + " to " + most);
            return OptionalDouble.empty();
        }
        return form;
    }
}
