package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mapping that is being written: its keys and values, in the order in which they were put. */
final class Written {
    private final int main;
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** @param main the cluster number of the main, which files call by its name */
    Written(int main) {
        this.main = main;
    }

    <V> Written put(Key<V> key, V value) {
        values.put(key.name(), key.form().written(value, this));
        return this;
    }

    <V> Written put(Key<V> key, Optional<V> value) {
        return value.isEmpty() ? this : put(key, value.get());
    }

    /** Puts a list; nothing if it is empty. */
    <V> Written putAny(Key<List<V>> key, List<V> list) {
        return list.isEmpty() ? this : put(key, list);
    }

    /** The keys with their values: texts, numbers, lists and mappings. */
    Map<String, Object> values() {
        return values;
    }

    /** A mapping inside this one. */
    <T> Map<String, Object> inner(Mapping<T> mapping, T value) {
        Written inner = new Written(main);
        mapping.write(value, inner);
        return inner.values;
    }

    <T> List<Object> inner(Mapping<T> mapping, List<T> list) {
        List<Object> items = new ArrayList<>(list.size());
        for (T each : list) {
            items.add(inner(mapping, each));
        }
        return items;
    }

    /** A cluster as files name it: {@code main} or {@code sc-10}. */
    String clusterName(int cluster) {
        return cluster == main ? "main" : "sc-" + cluster;
    }
}
