package org.ipsisim.scenario;

import static org.ipsisim.scenario.JsonSchema.either;
import static org.ipsisim.scenario.JsonSchema.listOf;
import static org.ipsisim.scenario.JsonSchema.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The key {@code include}: puts the keys of other files under those of a file. A key of the including file wins; mappings
 * are joined key by key; the lists of sites, links, servers, port networks, phones, events and expectations are joined,
 * those of the included file first.
 */
final class Includes {
    static final String KEY = "include";

    /** Joined lists stand at the top level, or one below it, as {@code servers.survivable-cores}. */
    private static final int JOINED_LISTS = 2;

    private static final int MOST_FILES = 20;

    /**
     * A relative path to a YAML file, so that a scenario of a stranger cannot make a message show a line of just any file.
     */
    private static final String PATH = "^[^/~\\\\:\\s][^\\\\:\\r\\n]*\\.ya?ml$";

    /** One path, or a list of them. */
    static final ValueForm<List<String>> PATHS =
            new ValueForm<>(
                    "a relative path with `/` to a .yaml or .yml file, or a list of 1 to " + MOST_FILES + " of them") {
                @Override
                Optional<List<String>> read(EffectiveValue value, FileReading reading) {
                    List<String> paths = new ArrayList<>();
                    for (EffectiveValue each : each(value, reading)) {
                        path(each, reading).ifPresent(paths::add);
                    }
                    return Optional.of(paths);
                }

                @Override
                Map<String, Object> schema(ScenarioSchema all) {
                    return either("A relative path, or a list of them", text(PATH), listOf(text(PATH), 1, MOST_FILES));
                }
            };

    private static final Pattern WELL_FORMED = Pattern.compile(PATH);

    private final FileReading reading;
    private final IncludedFiles files;
    private final Map<String, String> places = new HashMap<>();

    /** For the scenario that is being read. */
    Includes(FileReading reading, IncludedFiles files) {
        this.reading = reading;
        this.files = files;
        places.put(normal(reading.file()), "");
    }

    private static List<EffectiveValue> each(EffectiveValue value, FileReading reading) {
        return value.node() instanceof Node.Listing
                ? reading.items(value, MOST_FILES, "[estate.yaml, timers.yaml]").orElse(List.of())
                : List.of(value);
    }

    private static Optional<String> path(EffectiveValue value, FileReading reading) {
        Optional<String> text = reading.textOf(value, PATHS.allowed());
        return text.isEmpty() || WELL_FORMED.matcher(text.get()).matches()
                ? text
                : reading.error(value, "is not a file to include")
                        .allowed(PATHS.allowed())
                        .none();
    }

    /** Replaces the entry {@code include} of a mapping by what it names. */
    void resolve(Node.Mapping own) {
        Node.Mapping base = new Node.Mapping(own.span(), new ArrayList<>());
        boolean isAny = false;
        for (Node.Entry entry : List.copyOf(own.entries())) {
            if (entry.key().text().equals(KEY)) {
                own.entries().remove(entry);
                isAny = true;
                for (EffectiveValue each : each(new EffectiveValue(KEY, entry.value()), reading)) {
                    Optional<Node.Mapping> file = path(each, reading).flatMap(path -> read(path, each));
                    if (file.isPresent()) {
                        base = joined(base, file.get(), 0);
                    }
                }
            }
        }
        if (isAny) {
            List<Node.Entry> all = joined(base, own, 0).entries();
            own.entries().clear();
            own.entries().addAll(all);
        }
    }

    private Optional<Node.Mapping> read(String path, EffectiveValue by) {
        SourceFile source = by.span().source();
        String from = source.isCommandLine() ? reading.file() : source.name();
        String name = normal(from.substring(0, Math.max(from.lastIndexOf('/'), from.lastIndexOf('\\')) + 1) + path);
        String before = places.putIfAbsent(name, by.span().shown());
        if (before != null) {
            return reading.error(by, before.isEmpty() ? "leads back to this scenario" : "is included twice")
                    .allowed("each file once")
                    .note(before.isEmpty() ? "" : "the first time by " + before)
                    .none();
        }
        if (places.size() > MOST_FILES + 1) {
            return reading.error(by, "is one file too many")
                    .allowed("at most " + MOST_FILES + " included files in all")
                    .none();
        }
        try {
            Optional<Node.Mapping> file = reading.mapping(name, files.content(name), Optional.of(by.span()));
            file.ifPresent(this::resolve);
            return file;
        } catch (IOException e) {
            return reading.error(by, "cannot be included: " + name + ": " + e.getMessage())
                    .none();
        }
    }

    /** A path without {@code .} and without {@code ..} behind a name. */
    private static String normal(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.replace('\\', '/').split("/", -1)) {
            boolean isUp =
                    part.equals("..") && !parts.isEmpty() && !Set.of("", "..").contains(parts.get(parts.size() - 1));
            if (isUp) {
                parts.remove(parts.size() - 1);
            } else if (!part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    /** Both mappings as one: a single value of the second replaces that of the first. */
    private static Node.Mapping joined(Node.Mapping base, Node.Mapping over, int depth) {
        List<Node.Entry> entries = new ArrayList<>(base.entries());
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            places.putIfAbsent(entries.get(i).key().text(), i);
        }
        for (Node.Entry entry : over.entries()) {
            // Taken out, so that a key that one file has twice is still there twice, and refused.
            Integer place = places.remove(entry.key().text());
            if (place == null) {
                entries.add(entry);
            } else {
                entries.set(place, new Node.Entry(entry.key(), joined(entries.get(place), entry, depth + 1)));
            }
        }
        return new Node.Mapping(over.span(), entries);
    }

    private static Node joined(Node.Entry base, Node.Entry over, int depth) {
        if (base.value() instanceof Node.Mapping first && over.value() instanceof Node.Mapping second) {
            return joined(first, second, depth);
        }
        if (depth <= JOINED_LISTS
                && base.value() instanceof Node.Listing first
                && over.value() instanceof Node.Listing second) {
            List<Node> items = new ArrayList<>(first.items());
            items.addAll(second.items());
            return new Node.Listing(over.value().span(), items);
        }
        return over.value();
    }
}
