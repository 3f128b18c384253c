package org.ipsisim.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.ipsisim.report.SampleHistories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunStageTest {
    @Test
    void it_shows_the_timeline_and_its_cursor_and_hides_what_the_cursor_reads() {
        String page = RunStage.of(SampleHistories.failover());
        assertThat(page)
                .contains("<div id=\"plot\">", "id=\"c-panels\"", "(() => {")
                .doesNotContain("What happened");
        assertThat(page.indexOf("id=\"trace\"")).isGreaterThan(page.indexOf("<div hidden=\"\">"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"failover", "phones", "phones-alone", "nothing"})
    void it_says_how_long_the_run_is_and_where_something_happens(String history) {
        assertThat(RunStage.of(SampleHistories.all().get(history)))
                .containsPattern("id=\"run\">\\{\"duration\":[1-9][0-9]+,\"until\":")
                .containsPattern("\"stops\":\\[0,");
    }

    @Test
    void without_port_networks_there_is_no_cursor_to_move() {
        assertThat(RunStage.of(SampleHistories.all().get("phones-alone")))
                .contains("<div id=\"plot\">")
                .doesNotContain("id=\"c-panels\"", "(() => {");
    }
}
