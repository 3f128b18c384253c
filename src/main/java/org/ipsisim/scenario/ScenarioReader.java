package org.ipsisim.scenario;

import java.util.ArrayList;
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
        return read(file, content, overrides, IncludedFiles.NONE);
    }

    /**
     * Reads one file, and those that it includes.
     *
     * @param included where they come from; it touches the disk, if anything does
     */
    static ReadResult read(String file, byte[] content, List<String> overrides, IncludedFiles included) {
        FileReading reading = new FileReading(file);
        Problems problems = reading.problems();
        Optional<Scenario> scenario = read(content, overrides, included, reading);
        return problems.result(scenario.filter(any -> !problems.hasErrors()));
    }

    private static Optional<Scenario> read(
            byte[] content, List<String> overrides, IncludedFiles included, FileReading reading) {
        Optional<Node.Mapping> root = reading.mapping(reading.file(), content, Optional.empty());
        if (root.isEmpty()) {
            return Optional.empty();
        }
        // What to include comes first: the other assignments are about what is in there.
        List<String> includes = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String assignment : overrides) {
            (assignment.startsWith(Includes.KEY) ? includes : others).add(assignment);
        }
        Overrides changes = new Overrides(reading.problems());
        changes.apply(includes, root.get());
        int before = reading.problems().errors();
        new Includes(reading, included).resolve(root.get());
        if (reading.problems().errors() > before) {
            reading.problems().setPartMissing();
        }
        changes.apply(others, root.get());
        return ScenarioKeys.ROOT.read(Fields.of(new EffectiveValue("", root.get()), ScenarioKeys.ROOT, reading));
    }
}
