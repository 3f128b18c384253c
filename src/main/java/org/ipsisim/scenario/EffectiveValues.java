package org.ipsisim.scenario;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.Story;
import org.jspecify.annotations.Nullable;

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
        Map<String, Object> tree = tree(scenario);
        tree.keySet().removeAll(LEFT_OUT);
        EffectiveValues flat = new EffectiveValues();
        flat.addAll("", tree);
        return flat.values;
    }

    /** What decides the run: no names and notes, and times from the start whatever the clock shows then. */
    private static Map<String, Object> tree(Scenario scenario) {
        return ScenarioWriter.tree(scenario.with(new Story(scenario.title(), scenario.description())));
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
        values.put(numbered(words, copies), THERE);
    }

    private static String numbered(String words, Map<String, Integer> copies) {
        int copy = copies.merge(words, 1, Integer::sum);
        return copy == 1 ? words : words + " (" + copy + ")";
    }

    /**
     * A scenario with some of its values taken from another one, and without its expectations; empty if that makes no
     * scenario, as when an event strikes a link that is not there.
     *
     * @param keys paths of {@link #of} that are taken from {@code b}: what {@code b} does not have is left out
     */
    public static Optional<Scenario> mixed(Scenario a, Scenario b, Set<String> keys) {
        Map<String, Object> tree = merged("", tree(a), tree(b), keys);
        tree.remove("expect");
        tree.put("enforce-ranges", "n");
        byte[] yaml = YamlOutput.yaml(tree).getBytes(StandardCharsets.UTF_8);
        return ScenarioReader.read("-", yaml, List.of()).scenario();
    }

    private static Map<String, Object> merged(String path, Map<?, ?> a, Map<?, ?> b, Set<String> keys) {
        Map<String, Object> merged = new LinkedHashMap<>();
        Set<Object> all = new LinkedHashSet<>(a.keySet());
        all.addAll(b.keySet());
        for (Object key : all) {
            String own = path.isEmpty() ? (String) key : path + "." + key;
            Object value = keys.contains(own) ? b.get(key) : mergedValue(own, a.get(key), b.get(key), keys);
            if (value != null) {
                merged.put((String) key, value);
            }
        }
        return merged;
    }

    private static @Nullable Object mergedValue(String path, @Nullable Object a, @Nullable Object b, Set<String> keys) {
        boolean isMapping = a instanceof Map || b instanceof Map;
        if (isMapping) {
            Map<?, ?> none = Map.of();
            Map<String, Object> merged =
                    merged(path, a instanceof Map<?, ?> x ? x : none, b instanceof Map<?, ?> y ? y : none, keys);
            return merged.isEmpty() ? null : merged;
        }
        Map<String, Object> entriesOfA = entries(path, a);
        Map<String, Object> entriesOfB = entries(path, b);
        if (entriesOfA.isEmpty() && entriesOfB.isEmpty()) {
            return a;
        }
        List<Object> list = new ArrayList<>();
        entriesOfA.forEach((own, entry) -> {
            Object other = entriesOfB.get(own);
            if (!keys.contains(own)) {
                boolean isNamed = other instanceof Map && !WITHOUT_NAMES.contains(path);
                list.add(isNamed ? merged(own, (Map<?, ?>) entry, (Map<?, ?>) other, keys) : entry);
            }
        });
        entriesOfB.forEach((own, entry) -> {
            if (keys.contains(own)) {
                list.add(entry);
            }
        });
        return list.isEmpty() ? null : list;
    }

    /** The entries of a list of mappings by their paths; none of anything else. */
    private static Map<String, Object> entries(String path, @Nullable Object value) {
        Map<String, Object> entries = new LinkedHashMap<>();
        Map<String, Integer> copies = new HashMap<>();
        if (value instanceof List<?> list) {
            for (Object item : list) {
                if (WITHOUT_NAMES.contains(path)) {
                    entries.put(numbered(EventText.inWords(item), copies), item);
                } else if (item instanceof Map<?, ?> mapping) {
                    entries.put(path + "." + mapping.values().iterator().next(), item);
                }
            }
        }
        return entries;
    }
}
