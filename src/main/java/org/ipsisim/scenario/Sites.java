package org.ipsisim.scenario;

import static org.ipsisim.scenario.ScenarioSchema.listOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Estate;

/** The sites of a scenario: those it declares, or the one that every scenario without {@code sites} has. */
final class Sites {
    private static final String ALLOWED = "at least one site, or no `sites` at all";

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
                    reading.names().declare(item, "a site").ifPresent(names::add);
                }
                return Optional.of(names);
            }

            @Override
            Map<String, Object> schema(ScenarioSchema all) {
                Map<String, Object> schema = listOf(all.define("name", ScenarioNames.schema()), 1, Limits.SITES);
                schema.put("type", List.of("array", "null"));
                return schema;
            }
        };
    }

    List<String> names() {
        return names;
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
}
