package org.ipsisim.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ipsisim.estate.Keyed;

/** A commented scenario to begin with: an estate of a usual kind, an outage, and what comes of it. */
public enum ScenarioTemplate implements Keyed {
    /** Everything in one building. */
    ONE_SITE,
    /** A branch behind a WAN, with a survivable core. */
    BRANCH_OFFICE,
    /** A pair of main servers in two buildings, joined by a ring. */
    CAMPUS,
    /** A survivable core for the whole system in a second data centre. */
    TWO_DATA_CENTRES;

    /** The text of the scenario file. */
    public String text() {
        try (InputStream in = ScenarioTemplate.class.getResourceAsStream("templates/" + key() + ".yaml")) {
            return new String(Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
