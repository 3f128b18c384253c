package org.ipsisim.scenario;

import java.util.List;
import java.util.Optional;

/** A mapping of a {@link DataFile}: each of its keys is known and occurs once. */
public final class DataMap {
    private final Fields fields;

    DataMap(Fields fields) {
        this.fields = fields;
    }

    /** Whether a key is there. */
    public boolean has(String key) {
        return fields.has(key);
    }

    /** The value of a key, if the key is there. */
    public Optional<DataValue> find(String key) {
        return fields.find(key).map(value -> new DataValue(value, fields.reading()));
    }

    /**
     * The value of a key that must be there; without it an error is added.
     *
     * @param allowed what is allowed there
     */
    public Optional<DataValue> require(String key, String allowed) {
        return fields.require(key, allowed).map(value -> new DataValue(value, fields.reading()));
    }

    /** The text of a key that must be there; empty, with an error, if it is none. */
    public String requireText(String key, String allowed) {
        return require(key, allowed).flatMap(value -> value.text(allowed)).orElse("");
    }

    /** The entries of the list under a key; none if the key is not there. */
    public List<DataValue> list(String key, int most) {
        return find(key).map(value -> value.items(most)).orElse(List.of());
    }

    /** Adds an error about the mapping as a whole. */
    public void error(String message, String allowed) {
        fields.error(message).allowed(allowed);
    }
}
