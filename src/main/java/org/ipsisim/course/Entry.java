package org.ipsisim.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.history.History;
import org.ipsisim.scenario.DataMap;
import org.ipsisim.scenario.DataValue;

/**
 * A mapping of a lesson file, together with what its values mean in a run; errors are reported at the value.
 */
final class Entry {
    private static final String TEXT = "a sentence or two";
    private static final String SETTING = "KEY=VALUE, as for --set";

    /** Turns a text into something else. */
    interface Meaning<T> {
        T of(String text) throws LessonTextError;
    }

    private final DataMap map;
    private final LessonRuns runs;
    private final List<String> settings = new ArrayList<>();

    Entry(DataMap map, LessonRuns runs) {
        this.map = map;
        this.runs = runs;
        map.find("set")
                .ifPresent(value ->
                        items(value, SETTING).forEach(item -> item.text(SETTING).ifPresent(settings::add)));
    }

    /** The entries of a list, at least one; a single value counts as a list of one. */
    private static List<DataValue> items(DataValue value, String allowed) {
        List<DataValue> items = value.isList() ? value.items(LessonKeys.MOST_ITEMS) : List.of(value);
        if (items.isEmpty()) {
            value.error("has no entry", allowed, "");
        }
        return items;
    }

    DataMap map() {
        return map;
    }

    boolean has(String key) {
        return map.has(key);
    }

    /** The assignments under {@code set}; none if there are none. */
    List<String> settings() {
        return settings;
    }

    /** The run with other settings and those under {@code set}; empty, with an error, if there is none. */
    Optional<History> run(List<String> others) {
        try {
            return Optional.of(runs.with(others, settings));
        } catch (LessonTextError e) {
            map.require("set", SETTING).ifPresent(value -> report(e, value));
            return Optional.empty();
        }
    }

    /** What a quantity is with the settings under {@code set}; an error is about these. */
    Optional<Answer> answer(Quantity quantity, History run) {
        try {
            return Optional.of(quantity.in(run));
        } catch (LessonTextError e) {
            map.require("set", SETTING).ifPresent(value -> report(e, value));
            return Optional.empty();
        }
    }

    /** What the text under a key means; empty, with an error, if it means nothing or is missing. */
    <T> Optional<T> meaning(String key, String allowed, Meaning<T> meaning) {
        return map.require(key, allowed).flatMap(value -> meaning(value, allowed, meaning));
    }

    /** What the texts of the list under a key mean; a text alone counts as a list of one. */
    <T> List<T> meanings(String key, String allowed, Meaning<T> meaning) {
        List<T> all = new ArrayList<>();
        Optional<DataValue> value = map.require(key, allowed);
        if (value.isPresent()) {
            for (DataValue item : items(value.get(), allowed)) {
                meaning(item, allowed, meaning).ifPresent(all::add);
            }
        }
        return all;
    }

    static <T> Optional<T> meaning(DataValue value, String allowed, Meaning<T> meaning) {
        Optional<String> text = value.text(allowed);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(meaning.of(text.get()));
        } catch (LessonTextError e) {
            report(e, value);
            return Optional.empty();
        }
    }

    /** The text under a key with the quantities of a run filled in. */
    String prose(String key, History run, History before) {
        return meaning(key, TEXT, text -> Prose.of(Prose.oneLine(text), run, before))
                .orElse("");
    }

    /** The same of a key that may be missing. */
    String optionalProse(String key, History run, History before) {
        return has(key) ? prose(key, run, before) : "";
    }

    /** Adds an error about the whole entry. */
    void error(String message, String allowed) {
        map.error(message, allowed);
    }

    static void report(LessonTextError problem, DataValue value) {
        value.error(problem.getMessage(), problem.allowed(), problem.suggestion());
    }
}
