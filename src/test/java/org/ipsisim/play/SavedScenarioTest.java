package org.ipsisim.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ipsisim.estate.Scenario;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenario of a fork is written to a file that gives the same run again. */
class SavedScenarioTest {
    private static Request.Write written(Viewer viewer) {
        return (Request.Write) viewer.asked().get(viewer.asked().size() - 1);
    }

    private static Scenario read(String yaml) {
        ReadResult result = ScenarioReader.read("saved.yaml", yaml.getBytes(StandardCharsets.UTF_8), List.of());
        assertThat(result.diagnostics()).isEmpty();
        return result.scenario().orElseThrow();
    }

    static Stream<String> shipped() throws IOException {
        return ForkTest.shipped();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void it_gives_the_same_run_again(String stem) {
        Viewer viewer = Viewer.of(stem);
        viewer.press(".......b" + viewer.firstTarget() + " 100s<enter>...tno-service-timeout 4m<enter>w<enter>");
        assertThat(viewer.session().forks().all()).hasSize(3);

        Request.Write write = written(viewer);
        assertThat(write.file()).isEqualTo(Path.of(stem + "-3.yaml"));
        assertThat(write.overwrite()).isFalse();
        assertThat(Simulation.run(read(write.content())).trace())
                .isEqualTo(viewer.session().run().history().trace());
    }

    @Test
    void it_says_how_it_was_made_and_expects_nothing() {
        Viewer viewer = Viewer.of("wan-cut").press("g20s<enter>bwan 16s<enter>g40s<enter>rwan<enter>w<enter>");
        assertThat(written(viewer).content()).startsWith("""
                        # Written by ipsisim play from scenarios/wan-cut.yaml, with every value filled in.
                        # Changed by hand:
                        #   at 20s: fail wan for 16s
                        #   at 40s: restore wan
                        # The expectations of the original are left out: they are about another run.
                        format: 1
                        title: WAN cut at Dallas
                        """).doesNotContain("expect:");
    }

    @Test
    void expectations_are_left_out() {
        String content = written(Viewer.of("wan-cut").press("g20s<enter>bwan 16s<enter>w<enter>"))
                .content();
        assertThat(read(content).expectations()).isEmpty();
    }

    @Test
    void the_first_fork_keeps_what_it_expects() {
        Viewer viewer = Viewer.of("wan-cut").press("w<enter>");
        assertThat(read(written(viewer).content()).expectations())
                .isEqualTo(viewer.session().run().scenario().expectations());
    }

    @Test
    void another_name_may_be_given() {
        Viewer viewer = Viewer.of("wan-cut").press("w<ctrl-u>out dir/my cut.yaml<enter>");
        assertThat(written(viewer).file()).isEqualTo(Path.of("out dir/my cut.yaml"));
    }

    @Test
    void a_scenario_of_standard_input_has_a_usual_name_too() throws IOException {
        Viewer viewer = Viewer.of(Viewer.scenario("-", Files.readAllBytes(Path.of("scenarios/minimal.yaml"))));
        assertThat(written(viewer.press("w<enter>")).file()).isEqualTo(Path.of("scenario-1.yaml"));
    }

    @Test
    void a_name_of_a_file_cannot_break_out_of_the_comment() throws IOException {
        Viewer viewer =
                Viewer.of(Viewer.scenario("a\nseed: 9\n.yaml", Files.readAllBytes(Path.of("scenarios/minimal.yaml"))));
        assertThat(read(written(viewer.press("w<enter>")).content()).seed()).isEqualTo(1);
    }

    @Test
    void a_file_that_is_there_is_replaced_only_if_one_says_so() {
        Viewer viewer = Viewer.of("wan-cut").press("w<enter>");
        viewer.with(viewer.session().foundExisting(Path.of("wan-cut-1.yaml")));
        assertThat(viewer.screen(80, 24)).contains("wan-cut-1.yaml exists already; replace it?:");
        assertThat(viewer.press("<enter>").session().message()).isEqualTo("nothing written");
        viewer.with(viewer.session().foundExisting(Path.of("wan-cut-1.yaml")));
        assertThat(viewer.press("maybe<enter>").session().prompt().orElseThrow().complaint())
                .isEqualTo("y or n");
        assertThat(viewer.press("<ctrl-u>n<enter>").session().message()).isEqualTo("nothing written");
        assertThat(viewer.asked()).hasSize(1);
        viewer.with(viewer.session().foundExisting(Path.of("wan-cut-1.yaml")));
        viewer.press("y<enter>");
        assertThat(written(viewer).overwrite()).isTrue();
        assertThat(written(viewer).file()).isEqualTo(Path.of("wan-cut-1.yaml"));
        viewer.with(viewer.session().wrote(Path.of("wan-cut-1.yaml")));
        assertThat(viewer.session().message()).isEqualTo("wan-cut-1.yaml written");
    }
}
