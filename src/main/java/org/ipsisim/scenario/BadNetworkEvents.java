package org.ipsisim.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ipsisim.estate.Bursts;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.estate.Target;

/** Reads the events that make a network bad rather than cut it: degradations, congestion, a duplex mismatch. */
final class BadNetworkEvents {
    private static final double DEFAULT_PEAK_LOSS = 0.5;
    private static final int DEFAULT_FULL_LOAD = 100;

    private final Declared declared;
    private final References references;
    private final FileReading reading;

    BadNetworkEvents(Declared declared, References references, FileReading reading) {
        this.declared = declared;
        this.references = references;
        this.reading = reading;
    }

    Optional<ScenarioEvent> degrade(Duration at, EffectiveValue value, Fields fields) {
        OptionalDouble loss = fields.share("loss");
        Optional<Duration> latency = fields.duration("latency", Duration.ZERO, Limits.LINK_LATENCY);
        Optional<Bursts> bursts = new BurstsReader(reading).read(fields);
        Optional<Duration> length = EventsSection.length(fields);
        if (!fields.has("loss") && !fields.has("latency") && !fields.has("bursts") && fields.isSound()) {
            reading.problems()
                    .error(fields.span(), fields.path(), "`degrade` changes nothing")
                    .allowed("at least one of `loss`, `latency` and `bursts`");
        }
        Optional<Target> target = references.wayPart(value);
        return target.isEmpty()
                ? Optional.empty()
                : Optional.of(new ScenarioEvent.Degrade(at, target.get(), loss, latency, bursts, length));
    }

    Optional<ScenarioEvent> congestion(Duration at, EffectiveValue value, Fields fields) {
        Optional<Duration> every = fields.requireDuration("every", Limits.SHORTEST_CONGESTION_PERIOD, Limits.LONGEST);
        Optional<Duration> burst = fields.requireDuration("burst", Limits.SHORTEST, Limits.LONGEST);
        OptionalDouble loss = fields.require("loss", "a share such as `60%`").isPresent()
                ? fields.share("loss")
                : OptionalDouble.empty();
        Optional<Duration> length = EventsSection.length(fields);
        if (every.isPresent() && burst.isPresent() && burst.get().compareTo(every.get()) > 0) {
            reading.error(fields.find("burst").orElseThrow(), "is longer than the time from one burst to the next")
                    .allowed("at most `every`: " + DurationText.of(every.get()));
            return Optional.empty();
        }
        Optional<Target> target = references.wayPart(value);
        return target.isEmpty() || every.isEmpty() || burst.isEmpty() || loss.isEmpty()
                ? Optional.empty()
                : Optional.of(new ScenarioEvent.Congestion(
                        at, target.get(), every.get(), burst.get(), loss.getAsDouble(), length));
    }

    Optional<ScenarioEvent> duplexMismatch(Duration at, EffectiveValue value, Fields fields) {
        double peakLoss = fields.share("peak-loss").orElse(DEFAULT_PEAK_LOSS);
        int fullLoad = fields.integer("full-load", 1, Limits.CALLS, DEFAULT_FULL_LOAD);
        Optional<Duration> length = EventsSection.length(fields);
        Optional<Target.OfIpsi> target = references.ipsiTarget(value);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        warnOfIdlePortNetwork(value, target.get());
        return Optional.of(new ScenarioEvent.DuplexMismatch(at, target.get(), peakLoss, fullLoad, length));
    }

    private void warnOfIdlePortNetwork(EffectiveValue value, Target.OfIpsi target) {
        PortNetwork pn = declared.portNetworks().get(target.ipsi().pn());
        if (pn.traffic().isEmpty() && pn.calls().equals(StableCalls.NONE)) {
            reading.problems()
                    .warning(
                            value.span(),
                            value.path(),
                            "nothing is lost: the loss grows with the calls of " + pn.id() + ", which has none")
                    .found(value.shown())
                    .allowed("an IPSI of a port network with `calls` or `traffic`");
        }
    }
}
