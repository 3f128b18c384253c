package org.ipsisim.history;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import org.ipsisim.estate.Keyed;

/**
 * A kind of happening, as its record declares it.
 *
 * @param name in small letters, as results write it: {@code warm-reset} for {@code WarmReset}
 * @param clause what {@link Happening.Says} holds, cut at its braces: every second part is the name of a component
 * @param rules that it follows in any case
 */
record HappeningKind(String name, List<String> clause, List<String> rules, List<RecordComponent> components) {
    private static final ClassValue<HappeningKind> KINDS = new ClassValue<>() {
        @Override
        protected HappeningKind computeValue(Class<?> kind) {
            String name = kind.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
            Happening.Says says = kind.getAnnotation(Happening.Says.class);
            return new HappeningKind(
                    name.toLowerCase(Locale.ROOT),
                    says == null ? List.of() : List.of(says.value().split("[{}]")),
                    says == null ? List.of() : List.of(says.rules()),
                    List.of(kind.getRecordComponents()));
        }
    };

    static HappeningKind of(Class<?> kind) {
        return KINDS.get(kind);
    }

    /** The clause of one happening of this kind. */
    String text(Happening happening, Names names, Moments moments) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < clause.size(); i++) {
            String part = clause.get(i);
            if (i % 2 == 0) {
                text.append(part);
            } else if (part.charAt(0) == '@') {
                text.append(moments.exact((Long) valueOf(part.substring(1), happening)));
            } else {
                text.append(shown(valueOf(part, happening), names));
            }
        }
        return text.toString();
    }

    private Object valueOf(String name, Happening happening) {
        for (RecordComponent component : components) {
            if (component.getName().equals(name)) {
                try {
                    return component.getAccessor().invoke(happening);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(name + " of " + happening, e);
                }
            }
        }
        throw new IllegalStateException(happening + " has no " + name);
    }

    private static String shown(Object value, Names names) {
        if (value instanceof Integer cluster) {
            return names.cluster(cluster);
        }
        if (value instanceof Long millis) {
            return Words.duration(millis);
        }
        return value instanceof Keyed word ? word.key().replace('-', ' ') : value.toString();
    }
}
