package org.ipsisim.scenario;

import java.time.Duration;
import java.util.Optional;
import org.ipsisim.estate.Bursts;

/** Reads {@code bursts}: losses that come in bursts, of a link or while it is degraded (N4). */
final class BurstsReader {
    private final FileReading reading;

    BurstsReader(FileReading reading) {
        this.reading = reading;
    }

    /** The bursts of an entry; empty if it has none, or what it says of them cannot be used. */
    Optional<Bursts> read(Fields entry) {
        Optional<Fields> given = entry.fields("bursts", Section.BURSTS);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = given.get();
        Optional<Duration> good = fields.requireDuration("good", Limits.SHORTEST_BURST, Limits.LONGEST);
        Optional<Duration> bad = fields.requireDuration("bad", Limits.SHORTEST_BURST, Limits.LONGEST);
        double loss = fields.share("loss").orElse(1);
        if (loss == 0) {
            reading.problems()
                    .warning(
                            fields.keySpan("loss"),
                            fields.path("loss"),
                            "the bursts have no effect: nothing is lost in bad times");
        }
        return good.isEmpty() || bad.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bursts(good.get(), bad.get(), loss));
    }
}
