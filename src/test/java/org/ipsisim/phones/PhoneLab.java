package org.ipsisim.phones;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.KeptPhones;
import org.ipsisim.history.PhoneHistory;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.SessionManagerHistory;
import org.ipsisim.history.Span;
import org.ipsisim.history.Words;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.survivability.Simulation;

/**
 * A small estate to try the rules of SIP phones on: the main and sm-1 at headquarters, sm-2 at a second site, a branch with a
 * branch SM and one phone, 6001, and a link between each two sites, without latency. Waits are 30 s, a request is served in
 * 1 ms, all phones send their keep-alives at 0, 15 s, 30 s, and so on. A test changes what it needs.
 */
final class PhoneLab {
    private String duration = "10m";
    private String links = "[{id: wan, between: [hq, branch]}, {id: wan-2, between: [dr, branch]},"
            + " {id: core, between: [hq, dr]}]";
    private String servers = "{main: {site: hq}, survivable-remotes: [{name: lsp-1, site: branch}]}";
    private String capacity = "requests-per-second: 1000";
    private String phones = "{name: desk, site: branch, extensions: 6001, controllers: [sm-1, sm-2]}";
    private String phase = "together";
    private String settings = "";
    private String events = "[]";

    static PhoneLab lab() {
        return new PhoneLab();
    }

    PhoneLab lasting(String time) {
        duration = time;
        return this;
    }

    PhoneLab links(String value) {
        links = value;
        return this;
    }

    PhoneLab servers(String value) {
        servers = value;
        return this;
    }

    /** Keys of every session manager, such as {@code requests-per-second: 1}. */
    PhoneLab capacity(String keys) {
        capacity = keys;
        return this;
    }

    PhoneLab phones(String... populations) {
        phones = String.join(", ", populations);
        return this;
    }

    PhoneLab phase(String value) {
        phase = value;
        return this;
    }

    /** Keys under {@code settings}, such as {@code failback: manual}. */
    PhoneLab settings(String keys) {
        settings = ", " + keys;
        return this;
    }

    PhoneLab events(String... lines) {
        events = "[" + String.join(", ", lines) + "]";
        return this;
    }

    Scenario scenario() {
        String yaml = String.join(
                "\n",
                "title: Lab",
                "duration: " + duration,
                "sites: [hq, dr, branch]",
                "links: " + links,
                "servers: " + servers,
                "sip:",
                "  session-managers:",
                "  - {name: sm-1, site: hq, " + capacity + "}",
                "  - {name: sm-2, site: dr, " + capacity + "}",
                "  - {name: bsm, site: branch, survivable-remote: lsp-1, " + capacity + "}",
                "  phones: [" + phones + "]",
                "  settings: {phase: " + phase + ", recovery-wait: {min: 30s, max: 30s}" + settings + "}",
                "events: " + events,
                "");
        ReadResult result = ScenarioReader.read("lab.yaml", yaml.getBytes(StandardCharsets.UTF_8), List.of());
        assertThat(result.scenario()).as(result.diagnostics().toString()).isPresent();
        return result.scenario().get();
    }

    Lesson run() {
        return new Lesson(Simulation.run(scenario(), Detail.SILENCES, KeptPhones.ALL));
    }

    /** What a run showed, in the words of the tests. */
    record Lesson(History history) {
        /** The one-line history of phone 6001. */
        String line() {
            return line(6001);
        }

        String line(long extension) {
            return history.sip().phones().stream()
                    .filter(phone -> phone.extension() == extension)
                    .flatMap(phone -> phone.timeline().stream())
                    .map(Lesson::words)
                    .collect(Collectors.joining(" | "));
        }

        private static String words(Span<PhoneHistory.In> span) {
            PhoneState state = span.value().state();
            String on = span.value().controller().orElse("");
            String words = state.key() + " " + on;
            if (state == PhoneState.IN_SERVICE) {
                words = on;
            } else if (state == PhoneState.LIMBO) {
                words = state.key();
            }
            return words.strip() + " " + Words.decimalSeconds(span.length()).toPlainString() + "s";
        }

        PopulationHistory population(String name) {
            return history.sip().findPopulation(name).orElseThrow();
        }

        SessionManagerHistory manager(String name) {
            return history.sip().findSessionManager(name).orElseThrow();
        }

        /** The trace of a subject: seconds and what happened. */
        List<String> trace(String subject) {
            return history.trace().stream()
                    .filter(entry -> entry.subject().name().equals(subject))
                    .map(entry -> Words.decimalSeconds(entry.at()).toPlainString() + "s " + history.textOf(entry))
                    .toList();
        }
    }
}
