package org.ipsisim.scenario;

import java.util.Optional;
import org.ipsisim.estate.Estate;

/** Reads port network numbers and ranges of them. */
final class PnNumbers {
    private static final String ALLOWED = "1 to " + Estate.MAX_PORT_NETWORKS + ", or a range such as 2-5";

    private PnNumbers() {}

    /** A number or a range within 1 to 64; empty with an error otherwise. */
    static Optional<PnRange> range(EffectiveValue value, FileReading reading) {
        Optional<String> text = new Scalars(reading).textOf(value, ALLOWED);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<PnRange> range = PnRange.parse(text.get());
        if (range.isEmpty()) {
            String bare = text.get().startsWith("pn-") ? text.get().substring(3) : "";
            reading.error(value, "is no number of a port network")
                    .allowed(ALLOWED)
                    .suggest(PnRange.parse(bare).isPresent() ? bare : "");
            return Optional.empty();
        }
        int first = range.get().first();
        int last = range.get().last();
        if (first > last) {
            reading.error(value, "runs backwards").allowed(ALLOWED).suggest(last + "-" + first);
            return Optional.empty();
        }
        if (first < 1 || last > Estate.MAX_PORT_NETWORKS) {
            reading.error(value, "is out of range").allowed(ALLOWED);
            return Optional.empty();
        }
        return range;
    }
}
