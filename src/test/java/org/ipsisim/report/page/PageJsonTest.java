package org.ipsisim.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.ipsisim.console.Screen;
import org.ipsisim.console.ScreenName;
import org.ipsisim.console.Screens;
import org.ipsisim.history.History;
import org.ipsisim.report.SampleHistories;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.study.Variants;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PageJsonTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static String json(History history) {
        Report report = Report.of(history, Pages.NOTHING);
        return new PageJson(report, EstateDiagram.of(report.history()), report.shownEntries()).write();
    }

    @Test
    void cannotEndTheElementItStandsIn() {
        String json = json(Variants.hostile());

        assertThat(json).doesNotContain("<", "\n");
        assertThat(JSON.readTree(json).path("duration").asLong())
                .isEqualTo(Variants.hostile().duration());
    }

    @Test
    void holdsWhatSeveralPortNetworksWentThroughOnce() {
        JsonNode json = JSON.readTree(json(SampleHistories.sixtyFour()));

        assertThat(json.path("pns")).hasSize(64);
        assertThat(json.path("tracks").size()).isLessThan(20);
    }

    @Test
    void coversTheFirstPartOfARunThatIsTooLong() {
        History history = Variants.flapping(64, 2000);
        JsonNode json = JSON.readTree(json(history));

        long until = json.path("until").asLong();
        assertThat(until).isBetween(1L, history.duration() - 1);
        assertThat(json.path("stops").valueStream().mapToLong(JsonNode::asLong))
                .isNotEmpty()
                .allMatch(stop -> stop <= until);
        assertThat(HtmlReport.of(Report.of(history, Pages.NOTHING)))
                .contains("The run is too long for one page: the cursor goes to");
        assertThat(json.toString()).hasSizeLessThan(400_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wan-cut", "two-actives", "weekend-return", "second-ipsi-helps", "panic"})
    void hasTheScreensOfEveryServerAtEveryMoment(String scenario) throws IOException {
        History history = run(scenario);
        JsonNode screens = JSON.readTree(json(history)).path("screens");
        assertThat(screens.path("until").asLong()).isEqualTo(history.duration());

        List<String> commands =
                screens.path("commands").valueStream().map(JsonNode::asString).toList();
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            long at = (long) (random.nextDouble() * history.duration());
            for (int server = 0; server < history.servers().size(); server++) {
                String name = history.servers().get(server).server().id();
                Map<String, String> expected = Screens.of(history).at(at, name).stream()
                        .collect(Collectors.groupingBy(
                                screen -> screen.name().command(),
                                Collectors.mapping(PageJsonTest::text, Collectors.joining("\n\n"))));
                for (int command = 0; command < commands.size(); command++) {
                    assertThat(withoutClock(text(
                                    screens, screens.path("tracks").path(server).path(command), at)))
                            .as(commands.get(command) + " of " + name + " at " + at)
                            .isEqualTo(withoutClock(expected.getOrDefault(commands.get(command), "")));
                }
            }
        }
    }

    @Test
    void aScreenOnWhichOnlyAClockRunsIsThereOnce() throws IOException {
        JsonNode screens = JSON.readTree(json(run("wan-cut"))).path("screens");
        int server = List.of(ScreenName.values()).indexOf(ScreenName.SERVER);

        assertThat(screens.path("tracks").path(0).path(server)).hasSize(2);
    }

    private static History run(String scenario) throws IOException {
        Path file = Path.of("scenarios", scenario + ".yaml");
        return Simulation.run(ScenarioReader.read(file.toString(), Files.readAllBytes(file), List.of())
                .scenario()
                .orElseThrow());
    }

    private static String text(Screen screen) {
        return String.join("\n", screen.lines());
    }

    /** What the data say that stands on a screen at a moment. */
    private static String text(JsonNode screens, JsonNode track, long at) {
        int row = 0;
        while (row + 2 < track.size() && track.path(row + 2).asLong() <= at) {
            row += 2;
        }
        List<String> lines = new ArrayList<>();
        screens.path("texts")
                .path(track.path(row + 1).asInt())
                .forEach(line ->
                        lines.add(screens.path("lines").path(line.asInt()).asString()));
        return String.join("\n", lines).stripTrailing();
    }

    private static String withoutClock(String text) {
        return text.replaceAll("Elapsed Time since.*", "");
    }
}
