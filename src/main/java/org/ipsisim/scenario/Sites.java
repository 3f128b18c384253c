package org.ipsisim.scenario;

import static org.ipsisim.scenario.JsonSchema.either;
import static org.ipsisim.scenario.JsonSchema.listOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Estate;

/** The sites of a scenario: those it declares, or the one that every scenario without {@code sites} has. */
record Sites(FileReading reading, List<String> names, boolean given, boolean complete) {
    private static final String ALLOWED = "at least one site, or no `sites` at all";

    private static final Labelled LABELLED = new Labelled();

    /** The sites of a file; without {@code sites} the one that every scenario has. */
    static Sites of(Fields root, FormatKey<List<String>> key) {
        FileReading reading = root.reading();
        List<String> names = root.find(key).orElse(List.of());
        boolean given = root.has(key) && !root.valueOf(key).isNothing();
        boolean whole = given
                && root.valueOf(key).node() instanceof Node.Listing listing
                && !names.isEmpty()
                && names.size() == listing.items().size();
        boolean complete = root.isClear(key) && (!given || whole);
        if (!given && names.isEmpty()) {
            reading.names().declareDefault(Estate.DEFAULT_SITE, "a site");
        }
        return new Sites(reading, names.isEmpty() ? List.of(Estate.DEFAULT_SITE) : names, given, complete);
    }

    /** A list of the names of sites. */
    static ValueForm<List<String>> form() {
        return new ValueForm<>(ALLOWED) {
            @Override
            Optional<List<String>> read(EffectiveValue value, FileReading reading) {
                Optional<List<EffectiveValue>> items = reading.items(value, Limits.SITES, "");
                if (items.isEmpty()) {
                    return Optional.empty();
                }
                if (items.get().isEmpty() && !value.isNothing()) {
                    reading.errorAt(value, "the list is empty").found("a list").allowed(ALLOWED);
                }
                List<String> names = new ArrayList<>();
                for (EffectiveValue item : items.get()) {
                    Optional<String> name = item.node() instanceof Node.Mapping
                            ? LABELLED.read(Fields.of(item, LABELLED, reading))
                            : reading.names().declare(item, "a site");
                    name.ifPresent(names::add);
                }
                return Optional.of(names);
            }

            @Override
            Map<String, Object> schema(ScenarioSchema all) {
                Map<String, Object> site = either(
                        "A name, or a mapping with it",
                        all.define("name", ScenarioNames.schema()),
                        all.mapping(LABELLED));
                Map<String, Object> schema = listOf(site, 1, Limits.SITES);
                schema.put("type", List.of("array", "null"));
                return schema;
            }

            @Override
            Object written(List<String> sites, Written out) {
                return sites.stream()
                        .map(site -> out.labels().of(site).isEmpty() ? site : out.inner(LABELLED, site))
                        .toList();
            }

            @Override
            List<Mapping<?>> mappings() {
                return List.of(LABELLED);
            }
        };
    }

    /** The first site: the site of everything that names none. */
    String first() {
        return names.get(0);
    }

    /** The site that a value names; empty, with an error, if there is none of that name. */
    Optional<String> find(EffectiveValue value) {
        Optional<String> text = reading.textOf(value, Quote.list(names));
        if (text.isEmpty()) {
            return text;
        }
        String name = text.get();
        if (names.contains(name)) {
            return Optional.of(name);
        }
        if (complete) {
            reading.error(value, "is not a site in this scenario")
                    .allowed(Quote.list(names))
                    .suggest(given ? Nearest.to(name, names) : "")
                    .note(given ? "" : "the scenario has no `sites`: everything is at one site, `lan`");
        }
        return Optional.empty();
    }

    /** The keys of a site that has more than an id. */
    private static final class Labelled extends Mapping<String> {
        private final FormatKey<String> id = naming("id", Forms.newName("a site", "hq"), "Its name in events.");
        private final LabelKeys label = LabelKeys.of(this);

        Labelled() {
            super("an entry of `sites`", "A site, and what it is called.");
        }

        @Override
        Optional<String> make(Fields fields) {
            fields.reading().putLabel(fields.get(id), label.label(fields));
            return fields.find(id);
        }

        @Override
        void write(String site, Written out) {
            out.put(id, site);
            label.write(out.labels().of(site), out);
        }
    }
}
