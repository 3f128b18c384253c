package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsisim.estate.Scenario;

/**
 * A scenario as a flat list of values, each with the path of its key and with every default filled in, so that two
 * scenarios can be compared value by value.
 *
 * <p>An entry of a list has its name in its path, not its place: {@code links.wan.latency}, {@code port-networks.2.site}.
 * Events and random outages have no names: each is one value, and equal ones are numbered.
 */
public final class EffectiveValues {
    /** The value of something without a value of its own: an event, or an entry of a list. */
    public static final String THERE = "there";

    private static final Set<String> LEFT_OUT = Set.of("title", "description", "expect");
    private static final Set<String> WITHOUT_NAMES = Set.of("events", "random-outages");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Integer> copies = new HashMap<>();

    private EffectiveValues() {}

    /** The values by key path, in the order of the format; titles, descriptions and expectations are left out. */
    public static Map<String, String> of(Scenario scenario) {
        Map<String, Object> tree = ScenarioWriter.tree(scenario);
        tree.keySet().removeAll(LEFT_OUT);
        EffectiveValues flat = new EffectiveValues();
        flat.addAll("", tree);
        return flat.values;
    }

    private void addAll(String path, Map<?, ?> mapping) {
        mapping.forEach((key, value) -> add(path.isEmpty() ? (String) key : path + "." + key, value));
    }

    private void add(String path, Object value) {
        if (value instanceof Map<?, ?> mapping) {
            addAll(path, mapping);
        } else if (value instanceof List<?> list) {
            addList(path, list);
        } else {
            values.put(path, YamlOutput.text(value));
        }
    }

    private void addList(String path, List<?> list) {
        List<String> words = new ArrayList<>();
        for (Object item : list) {
            if (WITHOUT_NAMES.contains(path)) {
                addEvent(EventText.inWords(item));
            } else if (item instanceof Map<?, ?> mapping) {
                addNamed(path, new LinkedHashMap<>(mapping));
            } else {
                words.add(YamlOutput.text(item));
            }
        }
        if (!words.isEmpty()) {
            values.put(path, "[" + String.join(", ", words) + "]");
        }
    }

    /** Adds an entry of a list of mappings; the value of its first key is its name. */
    private void addNamed(String path, Map<?, ?> entry) {
        Object name = entry.keySet().iterator().next();
        String own = path + "." + entry.remove(name);
        values.put(own, THERE);
        addAll(own, entry);
    }

    private void addEvent(String words) {
        int copy = copies.merge(words, 1, Integer::sum);
        values.put(copy == 1 ? words : words + " (" + copy + ")", THERE);
    }
}
