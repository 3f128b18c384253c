package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ipsisim.golden.ProcessorTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A small file can ask for a run that nobody would wait for; it stops soon and says what to change. */
class TooLargeRunTest {
    private static final String TWO_SITES = "sites: [a, b]\nlinks: [{id: wan, between: [a, b]}]\n";
    private static final String FLAPS = "events: [{at: 1m, flap: wan, down: 20s, up: 5s, times: 100000}]\n";
    /** Several times what it takes on a usual machine. */
    private static final Duration MOST_TIME = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private static String cores(int count, String site) {
        return IntStream.range(2, 2 + count)
                .mapToObj(cluster -> "{cluster: " + cluster + ", site: " + site + "}")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String events(int count, String event) {
        return IntStream.range(1, count)
                .mapToObj(second -> event.replace("#", String.valueOf(second)))
                .collect(Collectors.joining(", ", "events: [", "]\n"));
    }

    static Stream<Arguments> tooLarge() {
        String coresAway = TWO_SITES + "servers: {main: {site: b}, survivable-cores: " + cores(63, "a") + "}\n";
        String coresHere = "servers: {survivable-cores: " + cores(63, "lan") + "}\n";
        return Stream.of(
                Arguments.of(
                        "a no-service time-out of a millisecond",
                        "enforce-ranges: n\ntimers: {no-service-timeout: 1ms}\nport-networks: [{pn: 1}]\n"
                                + "events: [{at: 1m, fail: main}]\n"),
                Arguments.of(
                        "a sanity time-out shorter than the heartbeat interval",
                        "enforce-ranges: n\ntimers: {heartbeat-interval: 60s, socket-sanity-timeout: 3s}\n"
                                + "port-networks: [{pn: 1-64}]\n"),
                Arguments.of(
                        "a link that flaps for 63 cores and 64 port networks",
                        coresAway + "port-networks: [{pn: 1-64, site: b}]\n" + FLAPS),
                Arguments.of(
                        "lists that change and nothing else",
                        coresAway + "port-networks: [{pn: 1, site: b}]\n" + FLAPS),
                Arguments.of(
                        "a link that flaps each millisecond and takes a minute",
                        TWO_SITES.replace("]}]", "], latency: 60s}]") + "servers: {main: {site: a}}\n"
                                + "port-networks: [{pn: 1, site: b}]\n"
                                + "events: [{at: 1m, flap: wan, down: 1ms, up: 1ms, times: 100000}]\n"),
                Arguments.of(
                        "a main that flaps each millisecond",
                        coresHere + "port-networks: [{pn: 1-64}]\n"
                                + "events: [{at: 1m, flap: main, down: 1ms, up: 1ms, times: 100000}]\n"),
                Arguments.of(
                        "ten thousand changes of the timers",
                        coresHere + "port-networks: [{pn: 1-64}]\n"
                                + events(9990, "{at: #s, set-timers: {socket-sanity-timeout: 5s}}")),
                Arguments.of(
                        "a thousand calls an hour for ten years",
                        "port-networks: [{pn: 1-64, traffic: {calls-per-hour: 1000, mean-hold: 3m, trunk: 100%,"
                                + " trunk-circuits: 100, hold: lognormal}}]\n"),
                Arguments.of(
                        "six million calls at a time",
                        "port-networks: [{pn: 1-64, traffic: {calls-per-hour: 1000000, mean-hold: 6m}}]\n"),
                Arguments.of(
                        "a hundred thousand calls on a link that flaps",
                        TWO_SITES + "servers: {main: {site: a}}\n" + FLAPS
                                + "port-networks: [{pn: 1, site: b, traffic: {calls-per-hour: 100, mean-hold: 1000h}}]\n"),
                Arguments.of(
                        "a return that is tried each minute for ten years",
                        "fallback: {auto-return: scheduled, scheduled-at: 20m}\n" + TWO_SITES
                                + "servers: {main: {site: a}, survivable-cores: " + cores(1, "b") + "}\n"
                                + "port-networks: [{pn: 1-64, site: b}]\nevents: [{at: 1m, fail: wan}]\n"));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("large.yaml"), "title: Large\nduration: 3650d\n" + text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooLarge")
    void stops_soon_with_a_message_and_nothing_written(String name, String text) throws IOException {
        Path file = file(text);
        Path report = directory.resolve("report");
        ProcessorTime time = new ProcessorTime();

        Outcome outcome =
                Outcome.of("run", "--limit=1", "--format=json", "--report", report.toString(), file.toString());

        time.requireLessThan(MOST_TIME, name);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(report).doesNotExist();
        assertThat(outcome.err().lines().filter(line -> !line.startsWith(" ") && !line.contains(": warning: ")))
                .singleElement()
                .asString()
                .startsWith("ipsisim: " + file + ": ")
                .containsAnyOf(
                        "more than 250 000 things happen in this run, the last at ", "of work, which is its limit")
                .contains("shorten the duration");
    }

    @ParameterizedTest
    @CsvSource({
        "run, congestion-1s-small-estate, 1d",
        "run, congestion-1s-large-estate, 1d",
        "run, guard-hole-idle-congestion, 3650d",
        "explain, explain-slow, 30d"
    })
    void what_was_reported_as_endless_stops_soon(String command, String name, String duration) {
        ProcessorTime time = new ProcessorTime();

        Outcome outcome = Outcome.of(command, "--limit=1", "src/test/resources/reported/" + name + ".yaml");

        time.requireLessThan(MOST_TIME, name);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .containsPattern("this run stopped at [^ ]+ of " + duration
                        + ", after 30 000 000 steps of work, which is its limit");
    }

    @Test
    void says_how_much_and_how_far_it_got() throws IOException {
        Path file = file("enforce-ranges: n\ntimers: {no-service-timeout: 1ms}\nport-networks: [{pn: 1}]\n"
                + "events: [{at: 1m, fail: main}]\n");
        assertThat(Outcome.of("run", file.toString()).err())
                .endsWith(
                        "ipsisim: " + file + ": more than 250 000 things happen in this run, the last at 4m18.998s;"
                                + " shorten the duration, let links flap less often, or set longer timers,"
                                + " or leave short silences out with --resets-only, or let a run do ten times as much with --limit 200\n");
    }

    @Test
    void nearly_as_much_runs_to_its_end() throws IOException {
        Path file = file(TWO_SITES + "servers: {main: {site: a}}\nport-networks: [{pn: 1, site: b}]\n"
                + "events: [{at: 1m, flap: wan, down: 1s, up: 2s, times: 49000}]\n");
        Outcome outcome = Outcome.of("run", "--format=ndjson", file.toString());
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out().lines()).hasSize(196_000);
    }
}
