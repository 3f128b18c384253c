package org.ipsisim.scenario;

import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Scenario;

/**
 * Reads a scenario file: checks everything in it, and gives either a scenario or what is wrong with the file.
 *
 * <p>It touches no file system, clock or locale, and keeps no state: any number of threads may read at once.
 */
public final class ScenarioReader {
    /** Largest scenario file in bytes; one more byte is enough to have a larger one refused. */
    public static final int MOST_BYTES = Limits.FILE_BYTES;

    private ScenarioReader() {}

    /**
     * Reads one file.
     *
     * @param file the name of the file as messages show it; {@code -} for standard input
     * @param content the bytes of the file
     * @param overrides {@code --set} assignments such as {@code timers.no-service-timeout=2m}, applied in their order
     *     before anything is checked
     * @return a scenario, perhaps with warnings, or at least one error; never throws for any content
     */
    public static ReadResult read(String file, byte[] content, List<String> overrides) {
        FileReading reading = new FileReading(file);
        Problems problems = reading.problems();
        Optional<Scenario> scenario = read(content, overrides, reading);
        return problems.result(scenario.filter(any -> !problems.hasErrors()));
    }

    private static Optional<Scenario> read(byte[] content, List<String> overrides, FileReading reading) {
        String file = reading.file();
        Problems problems = reading.problems();
        Optional<String> text = new SourceText(file, problems).decode(content);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Node> root = YamlTree.ofFile(SourceFile.ofFile(file, text.get()), text.get(), problems);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        if (!(root.get() instanceof Node.Mapping mapping)) {
            problems.error(
                            root.get().span(),
                            "",
                            "expected the keys of a scenario, got " + root.get().kind())
                    .found(root.get().kind())
                    .allowed(Quote.list(ScenarioKeys.ROOT.keys()));
            return Optional.empty();
        }
        new Overrides(problems).apply(overrides, mapping);
        return ScenarioKeys.ROOT.read(Fields.of(new EffectiveValue("", mapping), ScenarioKeys.ROOT, reading));
    }
}
