package org.ipsisim.sip.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a value, such as {@code ;expires=900;+sip.instance="<urn:uuid:…>"}, in their order.
 *
 * @param values the values as written, by names in small letters; empty for a parameter without one
 */
public record Parameters(Map<String, String> values) {
    /** No parameters. */
    public static final Parameters NONE = new Parameters(Map.of());

    /** The parameters in a text that has one or more of them between separators. */
    static Parameters read(String text, char separator) {
        return ofParts(SeparatedText.parts(text, separator));
    }

    /** The parameters in a text with commas between them, as in the fields of authentication. */
    public static Parameters ofList(String text) {
        return read(text, ',');
    }

    static Parameters ofParts(List<String> parts) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : parts) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            values.putIfAbsent(
                    name.strip().toLowerCase(Locale.ROOT),
                    equals < 0 ? "" : part.substring(equals + 1).strip());
        }
        return new Parameters(values);
    }

    /** Whether a parameter is there, with a value or without. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value of a parameter without quotes, if it is there. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(SeparatedText::unquoted);
    }

    /** The value of a parameter as a number of 0 to 2^32 - 1; empty if it is missing or is no such number. */
    public Optional<Long> findNumber(String name) {
        return find(name).map(SeparatedText::number).filter(number -> number >= 0);
    }

    /** These parameters and one more at the end; it takes the place of one with its name. */
    public Parameters with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Parameters(more);
    }

    /** As they stand in a message, each with a semicolon before it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> {
            text.append(';').append(name);
            if (!value.isEmpty()) {
                text.append('=').append(value);
            }
        });
        return text.toString();
    }
}
