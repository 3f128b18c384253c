package org.ipsisim.study.thresholds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.ipsisim.document.Document;
import org.ipsisim.document.DocumentPage;
import org.ipsisim.document.DocumentText;
import org.ipsisim.document.Json;
import org.ipsisim.document.TextStyle;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.ParallelRuns;
import org.junit.jupiter.api.Test;

/** The values of a setting at which the outcome changes; every edge is worked out by hand. */
class SettingEdgesTest {
    /** All phones send keep-alives at whole multiples of the interval; the WAN is cut from 60 s to 95 s. */
    private static final String PHONES = """
            title: One cut
            duration: 10m
            sites: [hq, branch]
            links: [{id: wan, between: [hq, branch], latency: 20ms}]
            servers: {main: {site: hq}}
            sip:
              session-managers: [{name: sm-1, site: hq}]
              settings: {phase: together}
              phones: [{name: desk, site: branch, extensions: 1000-1009, controllers: [sm-1]}]
            events: [{at: 1m, fail: wan, for: 35s}]
            """;

    private static SettingEdges edges(String vary, String step, String... settings) throws Exception {
        ScenarioSource source = new ScenarioSource("phones.yaml", PHONES.getBytes(UTF_8), List.of(settings));
        var scenario = source.read(List.of()).scenario().orElseThrow();
        return SettingEdges.of(SettingPlan.of(source, scenario, vary, Duration.parse(step)), ParallelRuns.quiet());
    }

    private static CutBands.Band band(long from, long to, WorstOutcome fate) {
        return new CutBands.Band(from, to, new CutOutcome(fate, false));
    }

    /**
     * A phone is lost if three keep-alives fall into the cut. Up to 14.999 s the fifth is the first of them, and the seventh
     * comes before 95 s if seven intervals are less; from 15 s on it is the fourth, and the sixth has to.
     */
    @Test
    void a_phone_is_lost_if_three_keepalives_fall_into_the_cut() throws Exception {
        SettingEdges edges = edges("sip.settings.keepalive-interval=12s..20s", "PT1S");
        assertThat(edges.isWhole()).isTrue();
        assertThat(edges.subjects())
                .singleElement()
                .satisfies(desk -> assertThat(desk.bands())
                        .containsExactly(
                                band(12_000, 13_571, WorstOutcome.LOST),
                                band(13_572, 14_999, WorstOutcome.LIMBO),
                                band(15_000, 15_833, WorstOutcome.LOST),
                                band(15_834, 20_000, WorstOutcome.LIMBO)));
    }

    /** Every 15 s a keep-alive: the first at 1 min, the third at 1 min 30 s. */
    @Test
    void the_length_of_an_outage_is_a_setting_too() throws Exception {
        assertThat(edges("events[0].for=20s..50s", "PT7S").subjects().get(0).bands())
                .containsExactly(band(20_000, 30_000, WorstOutcome.LIMBO), band(30_001, 50_000, WorstOutcome.LOST));
    }

    /** The drawing is of the values that were tried, and of no shorter ones. */
    @Test
    void the_drawing_begins_where_the_values_begin() throws Exception {
        SettingEdges edges = edges("sip.settings.keepalive-interval=15300ms..20s", "PT1S");
        Document document = new SettingEdgesDocument(edges, "").document();
        StringWriter text = new StringWriter();
        DocumentText.write(document, text, TextStyle.PLAIN);
        assertThat(text.toString().lines().map(String::strip)).contains("desk  " + "◇".repeat(6) + "·".repeat(41));
        String svg = new String(DocumentPage.files(document).get("thresholds.svg"), UTF_8);
        assertThat(svg).contains(">0:16<", ">0:20<").doesNotContain(">0:15<", ">0:00<");
    }

    @Test
    void the_answer_comes_first_in_text_and_json() throws Exception {
        SettingEdges edges = edges("sip.settings.keepalive-interval=15s..20s", "PT1S");
        SettingEdgesDocument document = new SettingEdgesDocument(edges, "ipsisim thresholds");
        assertThat(document.headline())
                .isEqualTo("sip.settings.keepalive-interval is 15s, 834ms from where the outcome changes, at 15.834s."
                        + " desk: lost up to 15.833s; limbo from 15.834s.");
        StringWriter json = new StringWriter();
        Json.write(json, document::json);
        assertThat(json.toString())
                .contains("\"key\": \"sip.settings.keepalive-interval\"", "\"to\": 15.833", "\"phones\": \"desk\"");
        SettingEdges flat = edges("sip.settings.keepalive-interval=16s..20s", "PT1S");
        assertThat(new SettingEdgesDocument(flat, "").headline())
                .isEqualTo(
                        "No value of sip.settings.keepalive-interval from 16s to 20s changes the outcome for anybody.");
    }
}
