package org.ipsisim.history;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.Element;

/**
 * What can happen in a run. Each part of the simulator has kinds of its own. A kind is a record, and {@link Says} what it
 * is in an administrator's words.
 */
public interface Happening {
    /** What a kind of happening says of itself. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Says {
        /**
         * What happened, in a clause without the subject. A component of the record stands in braces, {@code {silence}}: an
         * {@code int} is a cluster and shows as its name, a {@code long} is a length of time in milliseconds, and a
         * {@code long} after an at-sign, {@code {@until}}, a moment.
         */
        String value() default "";

        /**
         * The rules that it follows whatever led to it: what is known of the product, then what the simulator decides. Empty
         * if they depend on what led to it; then the run names them.
         */
        String[] rules() default {};
    }

    /** The type in results, such as {@code warm-reset}; by default the name of the kind. */
    default String type() {
        return HappeningKind.of(getClass()).name();
    }

    /**
     * What happened, in a clause without the subject.
     *
     * @param names what the run calls things
     * @param moments how the run writes moments
     */
    default String text(Names names, Moments moments) {
        return HappeningKind.of(getClass()).text(this, names, moments);
    }

    /** The rules of {@link Says#rules}. */
    default List<String> rules() {
        return HappeningKind.of(getClass()).rules();
    }

    /** Every type that results can have. */
    static List<String> types() {
        List<String> types = new ArrayList<>();
        for (Class<?> part :
                List.of(PnHappening.class, ServerHappening.class, CommandHappening.class, PhoneHappening.class)) {
            for (Class<?> kind : part.getPermittedSubclasses()) {
                if (kind.isRecord()) {
                    types.add(HappeningKind.of(kind).name());
                }
            }
        }
        for (Element element : Element.values()) {
            for (Class<?> kind : NetworkHappening.class.getPermittedSubclasses()) {
                types.add(element.key() + "-" + HappeningKind.of(kind).name());
            }
        }
        return List.copyOf(types);
    }
}
