package org.ipsisim.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.ipsisim.history.History;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.survivability.Simulation;

/** Runs for the tests of screens, and the lines of a screen that they look at. */
final class Consoles {
    private Consoles() {}

    /** A main at headquarters, core 10 and port networks at a branch, a WAN between them; a test adds keys. */
    static History run(String... keys) {
        return runScenario(
                "title: Consoles\nduration: 20m\nsites: [hq, branch]\nlinks: [{id: wan, between: [hq, branch]}]\n"
                        + String.join("\n", keys) + "\n");
    }

    static History runScenario(String yaml) {
        ReadResult result = ScenarioReader.read("consoles.yaml", yaml.getBytes(StandardCharsets.UTF_8), List.of());
        assertThat(result.scenario()).as(result.diagnostics().toString()).isPresent();
        return Simulation.run(result.scenario().get());
    }

    static History shipped(String name) {
        Path file = Path.of("scenarios", name + ".yaml");
        try {
            return Simulation.run(ScenarioReader.read(file.toString(), Files.readAllBytes(file), List.of())
                    .scenario()
                    .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of one screen that begin with a word, without blanks around and with single ones within. */
    static List<String> rows(History history, int atSecond, String from, ScreenName name, String begin) {
        return Screens.of(history).at(atSecond * 1000L, from, List.of(name)).stream()
                .flatMap(screen -> screen.lines().stream())
                .map(line -> line.strip().replaceAll(" +", " "))
                .filter(line -> line.matches(begin + ".*"))
                .toList();
    }

    /** Rows that begin with a number. */
    static List<String> rows(History history, int atSecond, String from, ScreenName name) {
        return rows(history, atSecond, from, name, "[0-9]");
    }

    static String text(List<Screen> screens) {
        return screens.stream().flatMap(screen -> screen.lines().stream()).collect(Collectors.joining("\n", "", "\n"));
    }
}
