package org.ipsisim.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipsisim.study.RunFileHeader;
import org.ipsisim.study.Shard;

/** What a file of runs records about its command line. */
final class StudyHeader {
    /** The name of the scenario among the settings. */
    private static final String SCENARIO = "the scenario";

    private final Line line;

    StudyHeader(Line line) {
        this.line = line;
    }

    /** The header for one shard of a study of this line. */
    RunFileHeader of(Study study, Shard shard) {
        Map<String, String> files = new TreeMap<>();
        study.files().forEach((name, bytes) -> files.put(name, new String(bytes, StandardCharsets.UTF_8)));
        return new RunFileHeader(
                Version.text(), new StudyOptions(line).words(), settings(), files, study.numbers(), shard);
    }

    /** Every option on which the result depends, with its values as they were written. */
    Map<String, List<String>> settings() {
        Map<String, List<String>> settings = line.values();
        settings.keySet().removeAll(StudyOptions.LEFT_OUT);
        settings.put(SCENARIO, ScenarioFiles.names(line));
        return settings;
    }
}
