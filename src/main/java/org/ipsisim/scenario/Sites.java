package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Estate;

/** The sites of a scenario: those it declares, or the one that every scenario without {@code sites} has. */
final class Sites {
    private final FileReading reading;
    private final List<String> names;
    private final boolean given;
    private final boolean complete;

    private Sites(FileReading reading, List<String> names, boolean given, boolean complete) {
        this.reading = reading;
        this.names = names;
        this.given = given;
        this.complete = complete;
    }

    static Sites read(Fields root, ScenarioNames taken, FileReading reading) {
        List<String> names = new ArrayList<>();
        List<EffectiveValue> items = root.items("sites", Limits.SITES);
        for (EffectiveValue item : items) {
            Optional<String> name = taken.declare(item, "a site");
            if (name.isPresent()) {
                names.add(name.get());
            }
        }
        Optional<EffectiveValue> value = root.find("sites");
        if (value.isPresent()
                && value.get().node() instanceof Node.Listing listing
                && listing.items().isEmpty()) {
            reading.error(value.get(), "without a site").allowed("at least one site, or no `sites` at all");
        }
        boolean given = value.isPresent() && !(value.get().node() instanceof Node.Scalar scalar && scalar.isEmpty());
        boolean complete = root.isClear("sites") && (!given || names.size() == items.size() && !items.isEmpty());
        if (names.isEmpty()) {
            names.add(Estate.DEFAULT_SITE);
            if (!given) {
                taken.declareDefault(Estate.DEFAULT_SITE, "a site");
            }
        }
        return new Sites(reading, names, given, complete);
    }

    List<String> names() {
        return names;
    }

    /** The first site: where everything stands that names no site. */
    String first() {
        return names.get(0);
    }

    /** The site that a key names, or the fallback. */
    String siteOf(Fields fields, String key, String fallback) {
        Optional<EffectiveValue> value = fields.find(key);
        return value.isEmpty() ? fallback : find(value.get()).orElse(fallback);
    }

    /** The site that a value names; empty with an error if there is none of that name. */
    Optional<String> find(EffectiveValue value) {
        if (!Scalars.isText(value)) {
            new Scalars(reading).refuse(value, Quote.list(names));
            return Optional.empty();
        }
        String name = value.shown();
        if (names.contains(name)) {
            return Optional.of(name);
        }
        if (complete) {
            reading.error(value, "is no site of this scenario")
                    .allowed(Quote.list(names))
                    .suggest(given ? Nearest.to(name, names) : "")
                    .note(given ? "" : "the scenario has no `sites`: everything is at one site, `lan`");
        }
        return Optional.empty();
    }
}
