package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** The sites of a file; without {@code sites} the one that every scenario has. */
    static Sites of(Fields root, Key<List<String>> key) {
        FileReading reading = root.reading();
        Optional<List<String>> read = key.find(root);
        List<String> names = read.orElse(List.of());
        Optional<Node> node = root.find(key.name()).map(EffectiveValue::node);
        boolean given = node.isPresent() && !(node.get() instanceof Node.Scalar scalar && scalar.isEmpty());
        int items = node.isPresent() && node.get() instanceof Node.Listing listing
                ? listing.items().size()
                : 0;
        boolean complete = root.isClear(key) && (!given || names.size() == items && items > 0);
        if (!names.isEmpty()) {
            return new Sites(reading, names, given, complete);
        }
        if (!given) {
            reading.names().declareDefault(Estate.DEFAULT_SITE, "a site");
        }
        return new Sites(reading, List.of(Estate.DEFAULT_SITE), given, complete);
    }

    /** A list of the names of sites. */
    record Names() implements Form<List<String>> {
        @Override
        public Optional<List<String>> read(EffectiveValue value, FileReading reading) {
            Optional<List<EffectiveValue>> items = Fields.items(value, Limits.SITES, "", reading);
            if (items.isEmpty()) {
                return Optional.empty();
            }
            if (value.node() instanceof Node.Listing && items.get().isEmpty()) {
                reading.error(value, "without a site").allowed(allowed());
            }
            List<String> names = new ArrayList<>();
            for (EffectiveValue item : items.get()) {
                reading.names().declare(item, "a site").ifPresent(names::add);
            }
            return Optional.of(names);
        }

        @Override
        public Object written(List<String> value, Written in) {
            return value;
        }

        @Override
        public String allowed() {
            return "at least one site, or no `sites` at all";
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            return ScenarioSchema.node(
                    "type",
                    List.of("array", "null"),
                    "items",
                    ScenarioNames.schema(schema),
                    "minItems",
                    1,
                    "maxItems",
                    Limits.SITES,
                    "uniqueItems",
                    true);
        }
    }

    List<String> names() {
        return names;
    }

    /** The first site: where everything stands that names no site. */
    String first() {
        return names.get(0);
    }

    /** The site that a value names; empty with an error if there is none of that name. */
    Optional<String> find(EffectiveValue value) {
        if (!Scalars.isText(value)) {
            reading.scalars().refuse(value, Quote.list(names));
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
