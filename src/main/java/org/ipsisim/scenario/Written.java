package org.ipsisim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Labels;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.estate.Story;
import org.ipsisim.estate.WallClock;

/** A mapping that is being written: its keys and values, in the order in which they were put. */
final class Written {
    private final int main;
    private final Story story;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private SipSettings sipSettings = SipSettings.DEFAULT;

    /** @param main the cluster number of the main, which files call by its name */
    Written(int main) {
        this(main, new Story("", ""));
    }

    /**
     * @param main the cluster number of the main, which files call by its name
     * @param story the clock on which moments are written, and the labels
     */
    Written(int main, Story story) {
        this.main = main;
        this.story = story;
    }

    Labels labels() {
        return story.labels();
    }

    Optional<WallClock> clock() {
        return story.clock();
    }

    <V> Written put(FormatKey<V> key, V value) {
        values.put(key.name(), key.form().written(value, this));
        return this;
    }

    <V> Written put(FormatKey<V> key, Optional<V> value) {
        return value.isEmpty() ? this : put(key, value.get());
    }

    /** Puts a list; nothing if it is empty. */
    <V> Written putAny(FormatKey<List<V>> key, List<V> list) {
        return list.isEmpty() ? this : put(key, list);
    }

    /** A mapping inside this one: its keys with texts, numbers, lists and mappings. */
    <T> Map<String, Object> inner(Mapping<T> mapping, T value) {
        Written inner = new Written(main, story);
        inner.sipSettings = sipSettings;
        mapping.write(value, inner);
        return inner.values;
    }

    /** Sets the settings of the section {@code sip}: its populations write only what differs from them. */
    void setSipSettings(SipSettings settings) {
        sipSettings = settings;
    }

    SipSettings sipSettings() {
        return sipSettings;
    }

    /** A cluster as files name it: {@code main} or {@code sc-10}. */
    String clusterName(int cluster) {
        return cluster == main ? "main" : "sc-" + cluster;
    }
}
