package org.ipsisim.scenario;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Labels;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.ScenarioEvent.Verb;
import org.ipsisim.estate.Story;

/** An event in the words of the scenario format, without brackets, such as {@code at 1m, fail wan, for 12s}. */
public final class EventText {
    private EventText() {}

    /**
     * An event in words.
     *
     * @param scenario whose clock and main it speaks of
     */
    public static String of(ScenarioEvent event, Scenario scenario) {
        Story story = new Story("", "", scenario.clock(), Labels.NONE);
        return inWords(new Written(scenario.estate().main().cluster(), story).inner(EventKeys.EVENT, event));
    }

    /** The keys that go with a verb, besides {@code at}. */
    public static List<String> companions(Verb verb) {
        return EventKeys.EVENT.companions(verb).stream().map(FormatKey::name).toList();
    }

    /** The words that may follow a verb in a scenario with this estate; none if it is free text. */
    public static List<String> candidates(Verb verb, Estate estate) {
        return EventKeys.EVENT.key(verb).form().candidates(new Declared(estate, true));
    }

    /** The words that may follow a key that goes with a verb; none if it is free text. */
    public static List<String> candidates(Verb verb, String companion, Estate estate) {
        return EventKeys.EVENT.companions(verb).stream()
                .filter(key -> key.name().equals(companion))
                .flatMap(key -> key.form().candidates(new Declared(estate, true)).stream())
                .toList();
    }

    /** {@code at 1m, fail wan} for a mapping, {@code 1 2} for a list, a value as it is. */
    static String inWords(Object tree) {
        if (tree instanceof Map<?, ?> mapping) {
            return mapping.entrySet().stream()
                    .map(entry -> entry.getKey() + " " + inWords(entry.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return tree instanceof List<?> list
                ? list.stream().map(EventText::inWords).collect(Collectors.joining(" "))
                : YamlOutput.text(tree);
    }
}
