package org.ipsisim.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ipsisim.golden.GoldenFile;
import org.ipsisim.history.History;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The screens of shipped scenarios at telling moments; {@code -DupdateGolden=true} writes them anew. */
class ScreensGoldenTest {
    private static final Path GOLDEN = GoldenFile.folder("screens");

    private static final List<ScreenName> ALL = List.of(ScreenName.values());

    /** Those that change while nobody administers anything. */
    private static final List<ScreenName> STATUS = List.of(
            ScreenName.ESS_CLUSTERS,
            ScreenName.ESS_PORT_NETWORKS,
            ScreenName.IPSERVER_INTERFACES,
            ScreenName.PORT_NETWORKS,
            ScreenName.SERVER,
            ScreenName.ALARMS);

    private record Moment(String scenario, String set, int second, String from, List<ScreenName> screens) {
        String file() {
            return scenario + (set.isEmpty() ? "" : "-" + set.substring(set.indexOf('=') + 1)) + "-" + second + "s-"
                    + from + ".txt";
        }

        String text() {
            Path file = Path.of("scenarios", scenario + ".yaml");
            try {
                ReadResult result = ScenarioReader.read(
                        file.toString(), Files.readAllBytes(file), set.isEmpty() ? List.of() : List.of(set));
                History history = Simulation.run(result.scenario().orElseThrow());
                return Consoles.text(Screens.of(history).at(second * 1000L, from, screens));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Moment at(int second, String scenario, String from) {
        return new Moment(scenario, "", second, from, STATUS);
    }

    private static List<Moment> moments() {
        return Arrays.asList(
                new Moment("main-lost", "", 0, "main", ALL),
                new Moment("main-lost", "release=cm-3.0", 0, "main", ALL),
                new Moment("weekend-return", "", 0, "main", ALL),
                at(76, "wan-cut", "main"),
                at(300, "wan-cut", "sc-10"),
                at(600, "wan-cut", "main"),
                at(600, "wan-cut", "sc-10"),
                at(960, "wan-cut", "main"),
                at(600, "main-lost", "main"),
                at(600, "main-lost", "sc-20"),
                at(600, "main-lost", "sc-40"),
                at(660, "two-actives", "main-a"),
                at(660, "two-actives", "main-b"),
                at(780, "two-actives", "main-b"),
                at(970, "two-actives", "main"),
                at(180, "separated-pair", "main"),
                at(70, "second-ipsi-helps", "main"),
                at(60, "second-ipsi-helps", "main"));
    }

    @TestFactory
    Stream<DynamicTest> the_console_is_as_it_was() {
        return moments().stream().map(moment -> DynamicTest.dynamicTest(moment.file(), () -> compare(moment)));
    }

    private static void compare(Moment moment) throws IOException {
        GoldenFile.check(GOLDEN.resolve(moment.file()), moment.text());
    }

    @Test
    void no_expected_output_is_left_of_a_moment_that_is_gone() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            moments().stream().map(Moment::file).toList());
        }
    }
}
