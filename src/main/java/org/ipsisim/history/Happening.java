package org.ipsisim.history;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.Element;

/**
 * What can happen in a run. Each part of the simulator has kinds of its own; each kind names its type in results and says
 * in an administrator's words what it is.
 */
public interface Happening {
    /** The type in results, such as {@code warm-reset}; by default the name of the kind. */
    default String type() {
        return Words.kebab(getClass());
    }

    /**
     * What happened, in a clause without the subject.
     *
     * @param main the cluster number of the main servers, which the clause calls by their name
     */
    String text(int main);

    /**
     * The rules that it follows whatever led to it: what is known of the product, then what the simulator decides. Empty if
     * they depend on what led to it; then the run names them.
     */
    default List<String> rules() {
        return List.of();
    }

    /** Every type that results can have. */
    static List<String> types() {
        List<String> types = new ArrayList<>();
        for (Class<?> part : List.of(PnHappening.class, ServerHappening.class, CommandHappening.class)) {
            addTypes(part, types);
        }
        for (Element element : Element.values()) {
            for (Class<?> kind : NetworkHappening.class.getPermittedSubclasses()) {
                types.add(element.key() + "-" + Words.kebab(kind));
            }
        }
        return List.copyOf(types);
    }

    private static void addTypes(Class<?> part, List<String> types) {
        for (Class<?> kind : part.getPermittedSubclasses()) {
            if (kind.isRecord()) {
                types.add(Words.kebab(kind));
            }
        }
    }
}
