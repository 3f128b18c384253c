package org.ipsisim.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.ipsisim.estate.Expectation;

/** Reads what an expectation allows of a total: a value, or {@code at-most} and {@code at-least}. */
final class BoundReader {
    private final FileReading reading;
    private final Scalars scalars;

    BoundReader(FileReading reading) {
        this.reading = reading;
        this.scalars = new Scalars(reading);
    }

    /**
     * @param isDuration whether values are durations, given in milliseconds; counts otherwise
     * @return empty with an error if the value is no bound
     */
    Optional<Expectation.Bound> read(EffectiveValue value, boolean isDuration) {
        if (value.node() instanceof Node.Mapping) {
            return range(value, isDuration);
        }
        OptionalLong exact = number(value, isDuration);
        return exact.isEmpty() ? Optional.empty() : Optional.of(Expectation.Bound.exactly(exact.getAsLong()));
    }

    private Optional<Expectation.Bound> range(EffectiveValue value, boolean isDuration) {
        Fields fields = Fields.of(value, Section.BOUND, reading);
        if (!fields.has("at-most") && !fields.has("at-least")) {
            if (fields.isSound()) {
                reading.problems()
                        .error(value.span(), value.path(), "the bounds are missing")
                        .allowed("`at-most`, `at-least` or both");
            }
            return Optional.empty();
        }
        OptionalLong least = number(fields, "at-least", isDuration);
        OptionalLong most = number(fields, "at-most", isDuration);
        if (least.isPresent() && most.isPresent() && least.getAsLong() > most.getAsLong()) {
            reading.error(fields.find("at-least").orElseThrow(), "is above `at-most`")
                    .allowed("at most " + fields.find("at-most").orElseThrow().shown());
            return Optional.empty();
        }
        boolean wrong = fields.has("at-least") && least.isEmpty() || fields.has("at-most") && most.isEmpty();
        return wrong
                ? Optional.empty()
                : Optional.of(new Expectation.Bound(least.orElse(0), most.orElse(Long.MAX_VALUE)));
    }

    private OptionalLong number(Fields fields, String key, boolean isDuration) {
        Optional<EffectiveValue> value = fields.find(key);
        return value.isEmpty() ? OptionalLong.empty() : number(value.get(), isDuration);
    }

    private OptionalLong number(EffectiveValue value, boolean isDuration) {
        if (!isDuration) {
            return scalars.integer(value, 0, Limits.COUNT);
        }
        Optional<Duration> duration = scalars.duration(value, Duration.ZERO, Limits.LONGEST);
        return duration.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(duration.get().toMillis());
    }
}
