package org.ipsisim.scenario;

import static org.ipsisim.scenario.JsonSchema.node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipsisim.estate.Target;

/**
 * The names that a scenario gives to its sites, links, survivable remotes, session managers, populations of phones,
 * voicemail servers and calls: each once, none of them reserved; and the numbers of its clusters and port networks, each
 * once.
 */
final class ScenarioNames {
    /** What a survivable remote is called in messages. */
    static final String SURVIVABLE_REMOTE = "a survivable remote";

    /** What a session manager is called in messages. */
    static final String SESSION_MANAGER = "a session manager";

    private static final String NAME = "\\p{L}[\\p{L}\\p{Nd}._-]*";
    private static final List<String> RESERVED =
            List.of("main", Target.OfArbiterLink.NAME, "all", "true", "false", "null", "y", "n", "yes", "no");
    private static final List<String> RESERVED_STARTS = List.of("main-", "sc-", "pn-", "ipsi-");

    private record Declared(String what, Optional<SourceSpan> place) {}

    private final FileReading reading;
    private final Map<String, Declared> declared = new LinkedHashMap<>();
    /** The place of each server but the main. */
    private final Map<Integer, Optional<SourceSpan>> clusters = new HashMap<>(Map.of(1, Optional.empty()));

    private final Map<Integer, SourceSpan> portNetworks = new HashMap<>();
    private boolean complete = true;

    ScenarioNames(FileReading reading) {
        this.reading = reading;
    }

    /** Reserves a name that the file does not mention. */
    void declareDefault(String name, String what) {
        declared.put(name, new Declared(what, Optional.empty()));
    }

    /** The name that a value gives to something; empty, with an error, if it is malformed or taken. */
    Optional<String> declare(EffectiveValue value, String what) {
        Optional<String> text = reading.textOf(value, "a name");
        if (text.isEmpty() || !isWellFormed(value, text.get())) {
            complete = false;
            return Optional.empty();
        }
        Declared other = declared.get(text.get());
        if (other != null) {
            reading.error(value, "is already the name of " + other.what)
                    .allowed("a name that nothing else in the scenario has")
                    .note(other.place
                            .map(place -> "the other one is on " + place.seenFrom(value.span()))
                            .orElse("without `sites` everything is at one site, `lan`"));
            return Optional.empty();
        }
        declared.put(text.get(), new Declared(what, Optional.of(value.span())));
        return text;
    }

    /** The names of everything of a kind so far, such as {@link #SESSION_MANAGER}, in the order of the file. */
    List<String> listNames(String what) {
        List<String> names = new ArrayList<>();
        declared.forEach((name, its) -> {
            if (its.what.equals(what)) {
                names.add(name);
            }
        });
        return names;
    }

    /** What has a name so far, with an article; empty if nothing has it. */
    String whatIs(String name) {
        Declared its = declared.get(name);
        return its == null ? "" : its.what;
    }

    /** Reserves the cluster number of the main in place of 1, its default. */
    void declareMain(int cluster) {
        clusters.clear();
        clusters.put(cluster, Optional.empty());
    }

    /** Reserves the cluster number of a survivable core; false, with an error, if another server has it. */
    boolean declareCluster(EffectiveValue value, int cluster) {
        Optional<SourceSpan> other = clusters.putIfAbsent(cluster, Optional.of(value.span()));
        if (other != null) {
            String whose = other.map(place -> "the server on " + place.seenFrom(value.span()))
                    .orElse("the main");
            reading.error(value, "is already the cluster number of " + whose)
                    .allowed("a cluster number that no other server has");
        }
        return other == null;
    }

    /** Reserves the number of a port network; false, with an error, if another entry has it. */
    boolean declarePortNetwork(EffectiveValue value, int number) {
        SourceSpan other = portNetworks.putIfAbsent(number, value.span());
        if (other != null) {
            reading.errorAt(value, "port network " + number + " is declared twice")
                    .found(value.shown())
                    .allowed("each port network once")
                    .note("the first one is on " + other.seenFrom(value.span()));
        }
        return other == null;
    }

    /** Notes that a name could not be read: an unknown name may be that one, so it is not reported. */
    void markIncomplete() {
        complete = false;
    }

    boolean isComplete() {
        return complete;
    }

    private boolean isWellFormed(EffectiveValue value, String name) {
        if (!hasNameCharacters(name)) {
            reading.error(value, "is not a name")
                    .allowed("a letter, then letters, digits, `-`, `_` and `.`; at most " + Limits.NAME_LENGTH
                            + " characters");
            return false;
        }
        if (isReserved(name)) {
            reading.error(value, "is reserved")
                    .allowed("a name other than " + Quote.list(RESERVED) + ", and not beginning with "
                            + Quote.list(RESERVED_STARTS));
            return false;
        }
        return true;
    }

    private static boolean hasNameCharacters(String name) {
        return name.matches(NAME) && name.codePointCount(0, name.length()) <= Limits.NAME_LENGTH;
    }

    private static boolean isReserved(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return RESERVED.contains(lower) || RESERVED_STARTS.stream().anyMatch(lower::startsWith);
    }

    /** What the schema says of a name. */
    static Map<String, Object> schema() {
        String reserved = RESERVED.stream().map(ScenarioNames::inAnyCase).collect(Collectors.joining("|"));
        String starts = RESERVED_STARTS.stream().map(ScenarioNames::inAnyCase).collect(Collectors.joining("|"));
        Map<String, Object> schema = node("description", "A letter, then letters, digits, -, _ and .");
        schema.putAll(node("type", "string", "maxLength", Limits.NAME_LENGTH));
        schema.put("pattern", "^" + NAME + "$");
        schema.put("not", node("pattern", "^(" + reserved + "|(" + starts + ").*)$"));
        return schema;
    }

    private static String inAnyCase(String word) {
        StringBuilder text = new StringBuilder();
        for (char c : word.toCharArray()) {
            char upper = Character.toUpperCase(c);
            text.append(c == upper ? String.valueOf(c) : "[" + c + upper + "]");
        }
        return text.toString();
    }
}
