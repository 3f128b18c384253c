package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * A scenario file with the assignments of the command line: what variants of a scenario are made from.
 *
 * @param file the name of the file as the user wrote it; {@code -} for standard input
 * @param content the bytes of the file; they must not change
 * @param settings assignments such as {@code timers.no-service-timeout=2m} that hold for every variant
 */
public record ScenarioSource(String file, byte[] content, List<String> settings) {
    /** Keeps a copy of the assignments. */
    public ScenarioSource {
        settings = List.copyOf(settings);
    }

    /** The scenario with further assignments, which come after the common ones. */
    public ReadResult read(List<String> more) {
        return ScenarioReader.read(file, content, with(more).settings());
    }

    /** The same file with further assignments. */
    public ScenarioSource with(List<String> more) {
        List<String> all = new ArrayList<>(settings);
        all.addAll(more);
        return new ScenarioSource(file, content, all);
    }
}
