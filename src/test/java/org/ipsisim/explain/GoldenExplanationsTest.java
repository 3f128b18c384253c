package org.ipsisim.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.document.DocumentText;
import org.ipsisim.document.TextStyle;
import org.ipsisim.estate.Keyed;
import org.ipsisim.golden.GoldenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A telling moment of every scenario that ships, as it is explained; {@code -DupdateGolden=true} writes the files anew. */
class GoldenExplanationsTest {
    private static final Path GOLDEN = GoldenFile.folder("explain");
    private static final TextStyle COLOUR = new TextStyle(100, true, true);
    private static final TextStyle ASCII = new TextStyle(80, false, false);

    private interface Output {
        void write(StringWriter out) throws IOException;
    }

    private static String written(Output output) {
        StringWriter out = new StringWriter();
        try {
            output.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void check(String name, String actual) throws IOException {
        GoldenFile.check(GOLDEN.resolve(name), actual);
    }

    @ParameterizedTest
    @CsvSource({
        "author-advice, 2, 2m30s",
        "busy-hour, 2, 10h33m",
        "core-lost, 1, 16m",
        "duplex-mismatch, 2, 28m17s",
        "flapping-wan, 1, 10m",
        "fragmented, 4, 20m",
        "friday-outage, 3, 35m",
        "ideal-or-tcp, 1, 5m15s",
        "interchange-storm, 2, 11m6s",
        "interchange-storm-ignored, 2, 11m6s",
        "july-2009, 1, 28m",
        "main-lost, 3, 10m",
        "minimal, 1, 5m",
        "month-by-chance, 7, 1d1h58m",
        "mpls-near-misses, 4, 9m30s",
        "panic, 2, 1h4m",
        "second-ipsi-does-not, 1, 1m30s",
        "second-ipsi-helps, 1, 2m",
        "separated-pair, 2, 15m",
        "short-cut, 1, 1m10s",
        "spanning-tree, 1, 2m20s",
        "stays-on-core, 2, 1d",
        "switch-reboot, 1, 4m",
        "switch-reboot-author, 1, 3m",
        "two-actives, 2, 16m",
        "two-systems, 3, 1h",
        "unplanned-return, 2, 10h6m30s",
        "wan-cut, 2, 5m",
        "weekend-return, 3, 5d2h10m"
    })
    void a_moment(String stem, int pn, String time) throws IOException {
        Explanation explanation = AskedRun.shipped(stem).at(pn, time);
        Outlook outlook = Outlook.of(explanation);
        Prevention prevention = Prevention.of(explanation);
        String text = written(out -> DocumentText.write(
                ExplanationDocument.of(explanation, List.of(), outlook, prevention), out, TextStyle.PLAIN));
        assertThat(text.lines())
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotEndWith(" "));
        check(stem + ".txt", text);
    }

    @ParameterizedTest
    @CsvSource({
        "sip-branch, dallas-desk, 1m35s",
        "sip-branch-remote-down, dallas-desk, 5m",
        "sip-one-session-manager, desk, 2m",
        "sip-or-pn, dallas-desk, 25m",
        "sip-prack, desk, 30s",
        "sip-register, desk, 16m40s",
        "sip-second-session-manager, desk, 1m20s",
        "sip-short-cut, dallas-desk, 5m29s",
        "sip-simultaneous-or-alternate, one-by-one, 1m40s",
        "sip-stale-bindings, desk, 4m",
        "sip-storm, dallas-desk, 11m20s",
        "sip-ten-devices, mobile, 2m"
    })
    void phones(String stem, String population, String time) throws IOException {
        PhoneExplanation explanation =
                PhoneExplanation.of(AskedRun.shipped(stem).history(), population, AskedRun.millis(time));
        PhonePrevention prevention = PhonePrevention.of(explanation);
        String text = written(
                out -> DocumentText.write(PhoneDocument.of(explanation, List.of(), prevention), out, TextStyle.PLAIN));
        assertThat(text.lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotEndWith(" "));
        check(stem + ".txt", text);
    }

    /** What would have prevented a storm of 30 000 phones takes too many runs for a test. */
    @Test
    void phones_in_a_storm_that_feeds_itself() throws IOException {
        PhoneExplanation explanation = PhoneExplanation.of(
                AskedRun.shipped("sip-storm-feeds-itself").history(), "feeds-itself", AskedRun.millis("20m"));
        check(
                "sip-storm-feeds-itself.txt",
                written(out -> DocumentText.write(PhoneDocument.briefly(explanation), out, TextStyle.PLAIN)));
    }

    @ParameterizedTest
    @CsvSource({
        "flapping-wan, 1, 10m, failover",
        "fragmented, 4, 20m, fallback",
        "interchange-storm, 2, 11m30s, interchange",
        "interchange-storm-ignored, 2, 11m4s, interchange",
        "mpls-near-misses, 4, 2m, warm-reset",
        "second-ipsi-does-not, 1, 1m30s, ipsi-interchange",
        "short-cut, 1, 2m, warm-reset",
        "spanning-tree, 1, 4m, cold-reset",
        "stays-on-core, 2, 9h30m, fallback",
        "wan-cut, 2, 5m, failover",
        "wan-cut, 2, 19m, failover",
        "weekend-return, 3, 5d2h10m, fallback"
    })
    void what_has_not_happened(String stem, int pn, String time, String what) throws IOException {
        Explanation explanation = AskedRun.shipped(stem).at(pn, time);
        WhyNot whyNot =
                WhyNot.of(explanation, Keyed.find(ExpectedOutcome.class, what).orElseThrow());
        String text = written(out ->
                DocumentText.write(ExplanationDocument.of(explanation, List.of(), whyNot), out, TextStyle.PLAIN));
        assertThat(text.lines())
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotEndWith(" "));
        check(stem + "." + time + "." + what + ".txt", text);
    }

    @Test
    void other_forms() throws IOException {
        Explanation explanation = AskedRun.shipped("wan-cut").at(2, "5m");
        Outlook outlook = Outlook.of(explanation);
        Prevention prevention = Prevention.of(explanation);
        List<String> chosen = List.of("Port network 2 was chosen: it fares worst (no --pn given).");
        check(
                "wan-cut.colour.txt",
                written(out -> DocumentText.write(
                        ExplanationDocument.of(explanation, chosen, outlook, prevention), out, COLOUR)));
        String ascii = written(out ->
                DocumentText.write(ExplanationDocument.of(explanation, chosen, outlook, prevention), out, ASCII));
        assertThat(ascii).matches("\\p{ASCII}*").doesNotContain("?");
        check("wan-cut.ascii.txt", ascii);
        check("wan-cut.json", written(out -> ExplanationJson.write(explanation, outlook, prevention, out)));
        Explanation flapping = AskedRun.shipped("flapping-wan").at("10m");
        WhyNot whyNot = WhyNot.of(flapping, ExpectedOutcome.FAILOVER);
        check("flapping-wan.json", written(out -> ExplanationJson.write(flapping, whyNot, out)));
    }

    @Test
    void every_scenario_that_ships_has_one() throws IOException {
        Set<String> shipped;
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            shipped = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ".txt"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsAll(shipped);
        }
    }
}
