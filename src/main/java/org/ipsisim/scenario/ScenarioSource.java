package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * A scenario file with the assignments of the command line: what variants of a scenario are made from.
 *
 * @param file the name of the file as the user wrote it; {@code -} for standard input
 * @param content the bytes of the file; they must not change
 * @param settings assignments such as {@code timers.no-service-timeout=2m} that hold for every variant
 * @param workLimit how many times the usual work a run may take
 * @param included the files that it includes
 */
public record ScenarioSource(
        String file, byte[] content, List<String> settings, int workLimit, IncludedFiles included) {
    /** A file that includes no others, of which a run takes the usual work at most. */
    public ScenarioSource(String file, byte[] content, List<String> settings) {
        this(file, content, settings, 1, IncludedFiles.NONE);
    }

    /** Keeps a copy of the assignments. */
    public ScenarioSource {
        settings = List.copyOf(settings);
    }

    /** The scenario with further assignments, which come after the common ones. */
    public ReadResult read(List<String> more) {
        ReadResult result = ScenarioReader.read(file, content, with(more).settings(), included);
        return new ReadResult(
                result.scenario().map(scenario -> scenario.withWorkLimit(workLimit)),
                result.diagnostics(),
                result.omitted());
    }

    /** The same file with further assignments. */
    public ScenarioSource with(List<String> more) {
        List<String> all = new ArrayList<>(settings);
        all.addAll(more);
        return new ScenarioSource(file, content, all, workLimit, included);
    }
}
