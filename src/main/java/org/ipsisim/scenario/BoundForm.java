package org.ipsisim.scenario;

import static org.ipsisim.scenario.JsonSchema.either;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Expectation.Bound;
import org.ipsisim.estate.SipEstate;

/** What an expectation allows of a total: a value, or {@code at-most} and {@code at-least}. */
final class BoundForm extends ValueForm<Bound> {
    private final String what;
    private final ValueForm<Long> amount;
    private final BoundKeys bounds;
    private final ValueForm<Bound> range;

    private BoundForm(String what, ValueForm<Long> amount, BoundKeys bounds) {
        super("an amount, or its bounds");
        this.what = what;
        this.amount = amount;
        this.bounds = bounds;
        range = bounds.form();
    }

    static BoundForm ofCount() {
        return of("count", Forms.whole(0, Limits.COUNT));
    }

    static BoundForm ofDuration() {
        return of("duration", new Milliseconds());
    }

    private static BoundForm of(String what, ValueForm<Long> amount) {
        return new BoundForm(what, amount, new BoundKeys(amount, amount));
    }

    /** Of a number of phones: a share counts as the phones within it. */
    static BoundForm ofPhones() {
        return new BoundForm(
                "number of phones",
                new Phones(RoundingMode.UNNECESSARY),
                new BoundKeys(new Phones(RoundingMode.CEILING), new Phones(RoundingMode.FLOOR)));
    }

    @Override
    Optional<Bound> read(EffectiveValue value, FileReading reading) {
        return value.node() instanceof Node.Mapping
                ? range.read(value, reading)
                : amount.read(value, reading).map(Bound::exactly);
    }

    @Override
    Map<String, Object> schema(ScenarioSchema all) {
        String description = "A " + what + ", or at-most and at-least";
        return all.define(
                what.replace(' ', '-') + "-bound", either(description, amount.schema(all), all.mapping(bounds)));
    }

    @Override
    Object written(Bound bound, Written in) {
        return bound.isExact() ? amount.written(bound.atLeast(), in) : range.written(bound, in);
    }

    @Override
    List<Mapping<?>> mappings() {
        return List.of(bounds);
    }

    private static final class Milliseconds extends ValueForm<Long> {
        Milliseconds() {
            super(Forms.TIME.allowed());
        }

        @Override
        Optional<Long> read(EffectiveValue value, FileReading reading) {
            Optional<Duration> time = Forms.TIME.read(value, reading);
            return time.isPresent() ? Optional.of(time.get().toMillis()) : Optional.empty();
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return Forms.TIME.schema(all);
        }

        @Override
        Object written(Long millis, Written in) {
            return Forms.TIME.written(Duration.ofMillis(millis), in);
        }
    }

    /** Phones of the population of the entry: a number, or a share. */
    private static final class Phones extends ValueForm<Long> {
        private final ValueForm<Long> number = Forms.whole(0, SipEstate.MAX_PHONES);
        private final RoundingMode rounding;

        /** @param rounding of a share that is no whole number of phones; {@code UNNECESSARY}: an error */
        Phones(RoundingMode rounding) {
            super("a number of phones, or a share such as `100%`");
            this.rounding = rounding;
        }

        @Override
        Optional<Long> read(EffectiveValue value, FileReading reading) {
            boolean isShare = value.shown().endsWith("%") || value.shown().contains(".");
            if (isShare) {
                return Forms.SHARE.read(value, reading).flatMap(share -> ofShare(share, value, reading));
            }
            Optional<Long> count = number.read(value, reading);
            if (count.isPresent() && count.get() > reading.phones() && reading.phones() > 0) {
                return reading.error(value, "is more phones than there are")
                        .allowed("0 to " + reading.phones() + ", or a share")
                        .none();
            }
            return count;
        }

        private Optional<Long> ofShare(double share, EffectiveValue value, FileReading reading) {
            BigDecimal phones = BigDecimal.valueOf(share).multiply(BigDecimal.valueOf(reading.phones()));
            boolean isWhole = phones.stripTrailingZeros().scale() <= 0;
            if (isWhole || rounding != RoundingMode.UNNECESSARY) {
                return Optional.of(phones.setScale(0, rounding).longValueExact());
            }
            return reading.error(value, "of " + reading.phones() + " phones is no whole number of them")
                    .allowed("a number of phones, or bounds such as `{at-least: " + value.shown() + "}`")
                    .none();
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return either(allowed(), number.schema(all), Forms.SHARE.schema(all));
        }
    }

    private static final class BoundKeys extends Mapping<Bound> {
        private final FormatKey<Long> most;
        private final FormatKey<Long> least;

        BoundKeys(ValueForm<Long> forLeast, ValueForm<Long> forMost) {
            super("the bounds of an expectation", "Bounds.");
            most = optional("at-most", forMost, "The most allowed.");
            least = optional("at-least", forLeast, "The least allowed.");
        }

        @Override
        Optional<Bound> make(Fields fields) {
            Optional<Long> from = fields.find(least);
            Optional<Long> to = fields.find(most);
            boolean isNothing = !fields.has(most) && !fields.has(least);
            if (isNothing && fields.isSound()) {
                fields.error("the bounds are missing").allowed("`at-most`, `at-least` or both");
            }
            if (isNothing || !fields.isClear(least) || !fields.isClear(most)) {
                return Optional.empty();
            }
            if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
                fields.error(least, "is above `at-most`")
                        .allowed("at most " + fields.valueOf(most).shown());
                return Optional.empty();
            }
            return Optional.of(new Bound(from.orElse(0L), to.orElse(Long.MAX_VALUE)));
        }

        @Override
        void write(Bound bound, Written out) {
            boolean isOpen = bound.atMost() == Long.MAX_VALUE;
            if (bound.atLeast() > 0 || isOpen) {
                out.put(least, bound.atLeast());
            }
            if (!isOpen) {
                out.put(most, bound.atMost());
            }
        }

        @Override
        void constrain(Map<String, Object> schema) {
            schema.put("minProperties", 1);
        }
    }
}
