package org.ipsisim.study.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsisim.estate.Scenario;
import org.ipsisim.scenario.EffectiveValues;

/**
 * One value in which two scenarios differ.
 *
 * @param key its path, such as {@code timers.no-service-timeout}; for an event, what it does
 * @param a the value in the first; empty if only the second has it
 * @param b the value in the second; empty if only the first has it
 */
public record Change(String key, String a, String b) {
    /** Everything in which two scenarios differ, in the order of the scenario format. */
    static List<Change> between(Scenario a, Scenario b) {
        Map<String, String> before = EffectiveValues.of(a);
        Map<String, String> after = EffectiveValues.of(b);
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        String whole = "";
        for (String key : keys) {
            Change change = new Change(key, before.getOrDefault(key, ""), after.getOrDefault(key, ""));
            boolean partOfWhole = !whole.isEmpty() && key.startsWith(whole + ".");
            if (!change.a.equals(change.b) && !partOfWhole) {
                changes.add(change);
                whole = change.isOneSided() ? key : "";
            }
        }
        return List.copyOf(changes);
    }

    /** Whether only one of the two has it. */
    public boolean isOneSided() {
        return a.isEmpty() || b.isEmpty();
    }

    /** In words: {@code timers.no-service-timeout is 2m instead of 5m}. */
    public String inWords() {
        if (isOneSided()) {
            return key + (a.isEmpty() ? ", only in B" : ", only in A");
        }
        return key + " is " + b + " instead of " + a;
    }
}
