package org.ipsisim.scenario;

import java.util.List;
import java.util.Optional;

/**
 * A YAML file other than a scenario, read just as strictly: UTF-8, at most 1 MiB, one document, no anchors, aliases or
 * tags. Each mistake becomes a diagnostic with its place.
 */
public final class DataFile {
    private final FileReading reading;
    private final Optional<DataValue> root;

    private DataFile(String name, byte[] content, String what) {
        reading = new FileReading(name);
        Optional<String> text = new SourceText(name, reading.problems()).decode(content);
        Optional<Node> tree = text.isEmpty()
                ? Optional.empty()
                : YamlTree.ofFile(SourceFile.ofFile(name, text.get()), text.get(), what, reading.problems());
        root = tree.map(node -> new DataValue(new EffectiveValue("", node), reading));
    }

    /**
     * Reads a file.
     *
     * @param name of the file as messages show it
     * @param content its bytes
     * @param what it is, with an article, for messages: {@code a lesson}
     */
    public static DataFile read(String name, byte[] content, String what) {
        return new DataFile(name, content, what);
    }

    /** What the file holds; empty, with an error, if it cannot be read at all. */
    public Optional<DataValue> root() {
        return root;
    }

    /** Whether something is wrong with it, found by now. */
    public boolean hasErrors() {
        return reading.problems().hasErrors();
    }

    /** What is wrong with it, found by now: at most {@value ReadResult#MOST_SHOWN} errors, in the order of the file. */
    public List<Diagnostic> diagnostics() {
        return reading.problems().result(Optional.empty()).diagnostics();
    }
}
