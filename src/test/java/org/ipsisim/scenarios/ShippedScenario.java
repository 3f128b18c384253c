package org.ipsisim.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.History;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.survivability.Simulation;

/** A scenario file that comes with the simulator. */
record ShippedScenario(String stem) {
    private static final Path DIRECTORY = Path.of("scenarios");
    private static final String ENDING = ".yaml";

    /** Every file of the directory, by name; records to replay stand in a directory of their own. */
    static List<ShippedScenario> all() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .peek(name -> assertThat(name).endsWith(ENDING))
                    .map(name -> new ShippedScenario(name.substring(0, name.length() - ENDING.length())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a user names it. */
    String file() {
        return "scenarios/" + stem + ENDING;
    }

    /** Its text. */
    String yaml() {
        try {
            return Files.readString(DIRECTORY.resolve(stem + ENDING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scenario, read without an error or a warning. */
    Scenario read() {
        try {
            ReadResult result =
                    ScenarioReader.read(file(), Files.readAllBytes(DIRECTORY.resolve(stem + ENDING)), List.of());
            assertThat(result.diagnostics()).as(file()).isEmpty();
            return result.scenario().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    History run() {
        return Simulation.run(read());
    }
}
