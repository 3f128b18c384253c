package org.ipsisim.generate;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.ScenarioEvent.Congestion;
import org.ipsisim.estate.ScenarioEvent.Degrade;

/** Degradations that are one step simpler than a given one. */
final class SimplerDegradation {
    private SimplerDegradation() {}

    static Stream<ScenarioEvent> of(ScenarioEvent event) {
        return event instanceof Degrade degrade ? of(degrade) : of((Congestion) event);
    }

    private static Stream<ScenarioEvent> of(Congestion e) {
        Degrade always = new Degrade(
                e.at(), e.target(), OptionalDouble.of(e.loss()), Optional.empty(), Optional.empty(), e.duration());
        Stream<ScenarioEvent> shorter =
                lengths(e.duration()).map(d -> new Congestion(e.at(), e.target(), e.every(), e.burst(), e.loss(), d));
        return Stream.concat(Stream.of(always), shorter);
    }

    private static Stream<ScenarioEvent> of(Degrade e) {
        OptionalDouble all = OptionalDouble.of(1);
        Optional<Duration> asFast = Optional.empty();
        Stream<Degrade> plainer = Stream.of(
                new Degrade(e.at(), e.target(), e.loss(), e.latency(), Optional.empty(), e.duration()),
                new Degrade(e.at(), e.target(), e.loss(), asFast, e.bursts(), e.duration()),
                new Degrade(e.at(), e.target(), OptionalDouble.empty(), e.latency(), e.bursts(), e.duration()),
                new Degrade(
                        e.at(),
                        e.target(),
                        e.loss().isPresent() ? all : e.loss(),
                        e.latency(),
                        e.bursts(),
                        e.duration()));
        Stream<Degrade> shorter =
                lengths(e.duration()).map(d -> new Degrade(e.at(), e.target(), e.loss(), e.latency(), e.bursts(), d));
        Stream<Degrade> faster = e.latency().stream()
                .flatMap(Reductions::smaller)
                .map(latency ->
                        new Degrade(e.at(), e.target(), e.loss(), Optional.of(latency), e.bursts(), e.duration()));
        Stream<Degrade> earlier = Reductions.smaller(e.at())
                .map(at -> new Degrade(at, e.target(), e.loss(), e.latency(), e.bursts(), e.duration()));
        return Stream.of(plainer, shorter, faster, earlier)
                .flatMap(some -> some)
                .filter(simpler -> !simpler.equals(e) && doesSomething(simpler))
                .map(simpler -> simpler);
    }

    private static boolean doesSomething(Degrade e) {
        return e.loss().isPresent() || e.latency().isPresent() || e.bursts().isPresent();
    }

    /** For ever, or shorter. */
    private static Stream<Optional<Duration>> lengths(Optional<Duration> length) {
        return length.stream()
                .flatMap(some -> Stream.concat(
                        Stream.of(Optional.<Duration>empty()),
                        Reductions.smaller(some).filter(d -> !d.isZero()).map(Optional::of)));
    }
}
