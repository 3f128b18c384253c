package org.ipsisim.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;
import org.ipsisim.generate.ScenarioGenerator;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code status} prints, {@code import} reads back: the same estate, as far as screens carry it. */
class RoundTripTest {
    private static final List<TimerSetting> ON_SCREENS = List.of(
            TimerSetting.SOCKET_SANITY_TIMEOUT, TimerSetting.PN_COLD_RESET_DELAY, TimerSetting.NO_SERVICE_TIMEOUT);

    /** Those with port networks: the screens show nothing else, and import takes it that there is one. */
    private static Stream<Path> shipped() {
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !read(file).estate().portNetworks().isEmpty())
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario read(Path file, String... overrides) {
        try {
            ReadResult result = ScenarioReader.read(file.toString(), Files.readAllBytes(file), List.of(overrides));
            return result.scenario().orElseThrow(() -> new AssertionError(result.diagnostics()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(History history, long at) {
        Estate estate = history.scenario().estate();
        ImportedEstate imported = Estates.imported(Estates.text(history, at, Screens.MAIN));
        Estate found = Estates.estate(imported);
        assertThat(imported.contradictions()).isEmpty();
        assertThat(Estates.main(found)).isEqualTo(Estates.main(estate));
        assertThat(Estates.cores(found)).isEqualTo(Estates.cores(estate));
        assertThat(Estates.portNetworks(found)).isEqualTo(Estates.portNetworks(estate));
        assertThat(found.release()).isEqualTo(estate.release());
        Timers timers = history.scenario().timersAt(at);
        for (TimerSetting timer : ON_SCREENS) {
            if (!timers.get(timer).isZero()) {
                assertThat(found.timers().get(timer)).as(timer.key()).isEqualTo(timers.get(timer));
            }
        }
        if (isWithinRange(estate.fallback())) {
            assertThat(found.fallback()).isEqualTo(estate.fallback());
        }
    }

    /** No scenario file holds another connection-up time, nor a timer of 0s: both are possible only in a test. */
    private static boolean isWithinRange(Fallback fallback) {
        return !(fallback instanceof Fallback.ConnectionUp up)
                || up.upTime().compareTo(Duration.ofMinutes(3)) >= 0
                        && up.upTime().compareTo(Duration.ofMinutes(120)) <= 0;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_shipped_scenario_at_its_start_with_every_list(Path file) {
        History history = Simulation.run(read(file));
        check(history, 0);
        Map<String, List<Integer>> lists = new TreeMap<>();
        for (PnHistory pn : history.portNetworks()) {
            pn.lists().keySet().forEach(ipsi -> lists.put(ipsi.toString(), pn.listAt(ipsi, 0)));
        }
        assertThat(Estates.imported(Estates.text(history, 0, Screens.MAIN)).priorityLists())
                .isEqualTo(lists);
    }

    @ParameterizedTest
    @EnumSource(Release.class)
    void a_scenario_of_any_release(Release release) {
        for (Path file : List.of(Path.of("scenarios/main-lost.yaml"), Path.of("scenarios/separated-pair.yaml"))) {
            check(Simulation.run(read(file, "release=" + release.key())), 0);
        }
    }

    /** Nobody can log in to a main that is down, or restarts. */
    private static boolean answers(History history, long at) {
        return Screens.of(history).at(at, Screens.MAIN).get(0).lines().size() > 1;
    }

    @Test
    void generated_scenarios_at_any_moment() {
        LongStream.rangeClosed(1, 60).forEach(seed -> {
            for (Scenario scenario : List.of(
                    ScenarioGenerator.scenario(seed),
                    ScenarioGenerator.duplexScenario(seed),
                    ScenarioGenerator.duplicatedScenario(seed))) {
                History history = Simulation.run(scenario);
                for (long at : List.of(0L, history.duration() * (seed % 10) / 10)) {
                    if (answers(history, at)) {
                        check(history, at);
                    }
                }
            }
        });
    }

    @Test
    void the_screens_of_several_servers_together_in_any_order() {
        History history = Simulation.run(read(Path.of("scenarios/main-lost.yaml")));
        ImportedEstate imported = Estates.imported(
                Estates.text(history, 600_000, "sc-40"),
                Estates.text(history, 600_000, "sc-20"),
                Estates.text(history, 0, Screens.MAIN));
        assertThat(imported.contradictions()).isEmpty();
        assertThat(Estates.cores(Estates.estate(imported)))
                .isEqualTo(Estates.cores(history.scenario().estate()));
        assertThat(imported.priorityLists()).isEmpty();
        assertThat(imported.yaml(Map.of())).contains("# list of ipsi-1a in screens-3.txt:");
    }
}
