package org.ipsisim.scenario;

import java.util.Optional;
import org.ipsisim.estate.Labels.Label;

/** The keys {@code name} and {@code note} of a thing or an event: what results call it, and what they say of it. */
record LabelKeys(Optional<FormatKey<String>> name, FormatKey<String> note) {
    private static final ValueForm<String> LINE = Forms.text(Limits.TITLE_LENGTH, true);

    /** Declares both keys. */
    static LabelKeys of(Mapping<?> mapping) {
        return new LabelKeys(Optional.of(mapping.optional("name", LINE, "What results call it.")), note(mapping));
    }

    /** Declares {@code note} alone, for what has its id in {@code name}. */
    static LabelKeys withoutName(Mapping<?> mapping) {
        return new LabelKeys(Optional.empty(), note(mapping));
    }

    private static FormatKey<String> note(Mapping<?> mapping) {
        return mapping.optional("note", LINE, "What results say of it, such as a carrier or the number of a ticket.");
    }

    /** Whether a key is one of them. */
    boolean has(String key) {
        return key.equals(note.name())
                || name.filter(its -> its.name().equals(key)).isPresent();
    }

    /** Reads them where a mapping does not read all of its keys. */
    void read(Fields fields) {
        name.ifPresent(fields::read);
        fields.read(note);
    }

    /** The label that was read; one without a name and a note if there was none. */
    Label label(Fields fields) {
        return new Label(
                name.flatMap(fields::find).orElse(""), fields.find(note).orElse(""));
    }

    /** Writes what a label has. */
    void write(Label label, Written out) {
        name.filter(key -> !label.name().isEmpty()).ifPresent(key -> out.put(key, label.name()));
        if (!label.note().isEmpty()) {
            out.put(note, label.note());
        }
    }
}
