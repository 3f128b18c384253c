package org.ipsisim.play;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.ScenarioEvent.Verb;
import org.ipsisim.scenario.Diagnostic;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.scenario.ScenarioWriter;

/**
 * An event of a scenario, typed in a few words such as {@code wan 95s}. The reader of scenario files checks it, so the same
 * is allowed here as there.
 *
 * @param event empty if the words are wrong
 * @param words what it is, in the keys of a scenario file, such as {@code fail wan for 95s}
 * @param remark what is wrong or doubtful; may be empty
 */
public record TypedEvent(Optional<ScenarioEvent> event, String words, String remark) {
    private static final String FOR = "for";
    private static final String WORD = "[\\p{L}\\p{M}\\p{N}._%,-]+";

    /** Words that do not make an event. */
    private static final class Unclear extends Exception {
        Unclear(String message) {
            super(message);
        }
    }

    /**
     * Reads what is to break or degrade.
     *
     * @param text what was typed, such as {@code wan 95s} or {@code fail wan for 95s}
     * @param at when it is to happen, in milliseconds
     */
    public static TypedEvent breaking(String text, long at, Scenario scenario) {
        return read(Prompt.Kind.BREAK, text, at, scenario);
    }

    /**
     * Reads an event.
     *
     * @param kind what was asked for
     * @param text what was typed
     * @param at when it is to happen, in milliseconds
     */
    static TypedEvent read(Prompt.Kind kind, String text, long at, Scenario scenario) {
        try {
            List<String> words = List.of(text.strip().split("\\s+"));
            for (String word : words) {
                if (!word.matches(WORD)) {
                    throw new Unclear(word.isEmpty() ? kind.hint() : "'" + word + "' is not a word of a scenario file");
                }
            }
            return read(keys(kind, words), at, scenario);
        } catch (Unclear e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private static TypedEvent refused(String why) {
        return new TypedEvent(Optional.empty(), "", why);
    }

    private static Map<String, String> keys(Prompt.Kind kind, List<String> words) throws Unclear {
        return switch (kind) {
            case BREAK -> Keyed.find(Verb.class, words.get(0)).isPresent() ? pairs(words) : fail(words);
            case RESTORE -> restore(words);
            case TIMERS ->
                Map.of(
                        Verb.SET_TIMERS.key(),
                        pairs(words).entrySet().stream()
                                .map(pair -> pair.getKey() + ": " + pair.getValue())
                                .collect(Collectors.joining(", ", "{", "}")));
            default -> order(words);
        };
    }

    private static Map<String, String> fail(List<String> words) throws Unclear {
        Map<String, String> keys = new LinkedHashMap<>(Map.of(Verb.FAIL.key(), words.get(0)));
        List<String> rest = words.subList(1, words.size());
        if (!rest.isEmpty() && rest.get(0).equals(FOR)) {
            rest = rest.subList(1, rest.size());
        }
        if (rest.size() > 1) {
            throw new Unclear("'" + rest.get(1) + "' is one word too many");
        }
        rest.forEach(length -> keys.put(FOR, length));
        return keys;
    }

    private static Map<String, String> restore(List<String> words) throws Unclear {
        if (words.size() > 1) {
            throw new Unclear("'" + words.get(1) + "' is one word too many");
        }
        return Map.of(Verb.RESTORE.key(), words.get(0));
    }

    private static Map<String, String> order(List<String> words) throws Unclear {
        String key = words.get(0);
        if (key.equals(Verb.INTERCHANGE.key()) && words.size() == 1) {
            return Map.of(key, "main");
        }
        if (key.equals(Verb.FORCED_TAKEOVER.key()) && words.size() > 2) {
            List<String> portNetworks = words.subList(words.get(2).equals("port-networks") ? 3 : 2, words.size());
            Map<String, String> keys = new LinkedHashMap<>(Map.of(key, words.get(1)));
            String list = String.join(",", portNetworks);
            keys.put("port-networks", list.contains(",") ? "[" + list + "]" : list);
            return keys;
        }
        return pairs(words);
    }

    /** Pairs of words; a single last word is a duration. */
    private static Map<String, String> pairs(List<String> words) throws Unclear {
        Map<String, String> keys = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            boolean isLength = i > 0 && i + 1 == words.size() && !keys.containsKey(FOR) && isDuration(words.get(i));
            if (i + 1 == words.size() && !isLength) {
                throw new Unclear("a word is missing after '" + words.get(i) + "'");
            }
            String old = isLength ? keys.put(FOR, words.get(i)) : keys.put(words.get(i), words.get(i + 1));
            if (old != null) {
                throw new Unclear("'" + words.get(i) + "' appears twice");
            }
        }
        return keys;
    }

    private static boolean isDuration(String word) {
        return DurationText.parse(word).isPresent();
    }

    private static TypedEvent read(Map<String, String> keys, long at, Scenario scenario) {
        String entry = keys.entrySet().stream()
                .map(key -> ", " + key.getKey() + ": " + key.getValue())
                .collect(Collectors.joining());
        String assignment = "events=[{at: " + DurationText.of(Duration.ofMillis(at)) + entry + "}]";
        byte[] estate = ScenarioWriter.yaml(scenario.withEvents(List.of()).withoutExpectations())
                .getBytes(StandardCharsets.UTF_8);
        ReadResult result = ScenarioReader.read(scenario.provenance().file(), estate, List.of(assignment));
        String remark = result.diagnostics().stream()
                .filter(Diagnostic::isCommandLine)
                .findFirst()
                .map(TypedEvent::words)
                .orElse("");
        if (result.hasErrors()) {
            return refused(remark);
        }
        String words = keys.entrySet().stream()
                .map(key -> key.getKey() + " " + key.getValue().replaceAll("[{}\\[\\]:]", ""))
                .collect(Collectors.joining(" "));
        return new TypedEvent(
                Optional.of(result.scenario().orElseThrow().events().get(0)), words, remark);
    }

    private static String words(Diagnostic diagnostic) {
        String help = !diagnostic.suggestion().isEmpty()
                ? "; did you mean " + diagnostic.suggestion() + "?"
                : diagnostic.allowed().isEmpty() ? "" : "; allowed: " + diagnostic.allowed();
        return diagnostic.message() + help;
    }
}
