package org.ipsisim.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.document.TextStyle;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.PhoneTotal;
import org.ipsisim.estate.SessionManagerTotal;
import org.ipsisim.golden.GoldenFile;
import org.ipsisim.history.ExpectationResult;
import org.ipsisim.history.History;
import org.ipsisim.report.JsonReport;
import org.ipsisim.report.OneLine;
import org.ipsisim.report.TextReport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for every scenario that comes with the simulator; {@code -DupdateGolden=true} writes its outputs anew. */
class ShippedScenariosTest {
    /**
     * The scenarios that pin the JSON format: stable calls, random calls, several cores, chance over a long time. What the
     * others do is pinned by their histories and texts.
     */
    private static final List<String> WITH_JSON = List.of("wan-cut", "busy-hour", "fragmented", "month-by-chance");

    private static final Path GOLDEN = GoldenFile.folder("scenarios");

    /** The one that shows how little a scenario needs. */
    private static final ShippedScenario MINIMAL = new ShippedScenario("minimal");

    @TestFactory
    Stream<DynamicTest> itReadsWithoutAWarning() {
        return forEach(ShippedScenario::read);
    }

    @TestFactory
    Stream<DynamicTest> itSaysWhatItTeachesAndExpectsSomething() {
        return forEach(shipped -> {
            if (!shipped.equals(MINIMAL)) {
                assertThat(shipped.read().description().strip())
                        .hasSizeGreaterThan(100)
                        .endsWith(".");
                assertThat(shipped.read().expectations()).isNotEmpty();
            }
        });
    }

    @Test
    void theSmallestHasThreeLines() {
        assertThat(MINIMAL.yaml().lines()).hasSize(3);
    }

    @TestFactory
    Stream<DynamicTest> itMeetsItsExpectations() {
        return forEach(shipped -> assertThat(shipped.run().checkExpectations()).allMatch(ExpectationResult::met));
    }

    @TestFactory
    Stream<DynamicTest> itsTextReportIsAsItWas() {
        return forEach(shipped -> GoldenFile.check(GOLDEN.resolve(shipped.stem() + ".txt"), text(shipped.run())));
    }

    @TestFactory
    Stream<DynamicTest> itsJsonIsAsItWas() {
        return ShippedScenario.all().stream()
                .filter(shipped -> WITH_JSON.contains(shipped.stem()))
                .map(shipped -> DynamicTest.dynamicTest(
                        shipped.stem(),
                        () -> GoldenFile.check(GOLDEN.resolve(shipped.stem() + ".json"), json(shipped.run()))));
    }

    @TestFactory
    Stream<DynamicTest> itsHistoryIsAsItWas() {
        return forEach(
                shipped -> GoldenFile.check(GOLDEN.resolve(shipped.stem() + ".history"), histories(shipped.run())));
    }

    @Test
    void noExpectedOutputIsLeftOfAScenarioThatIsGone() throws IOException {
        Set<String> expected = new TreeSet<>();
        for (ShippedScenario shipped : ShippedScenario.all()) {
            expected.addAll(List.of(shipped.stem() + ".txt", shipped.stem() + ".history"));
        }
        for (String stem : WITH_JSON) {
            expected.add(stem + ".json");
        }
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static Stream<DynamicTest> forEach(Consumer<ShippedScenario> check) {
        return ShippedScenario.all().stream()
                .map(shipped -> DynamicTest.dynamicTest(shipped.stem(), () -> check.accept(shipped)));
    }

    private static String text(History history) {
        return written(out -> TextReport.write(List.of(history), out, TextStyle.PLAIN));
    }

    private static String json(History history) {
        return written(out -> JsonReport.write(List.of(history), out));
    }

    /** A line for each port network, population of phones and session manager. */
    private static String histories(History history) {
        Stream<String> portNetworks = history.portNetworks().stream().map(pn -> OneLine.of(pn, history.mainCluster()));
        Stream<String> phones = history.sip().populations().stream()
                .map(its -> its.population().name() + totals(PhoneTotal.class, its::total));
        Stream<String> sessionManagers = history.sip().sessionManagers().stream()
                .map(its -> its.sessionManager().name() + totals(SessionManagerTotal.class, its::total));
        return Stream.of(portNetworks, phones, sessionManagers)
                .flatMap(lines -> lines)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static <T extends Enum<T> & Keyed> String totals(Class<T> type, ToLongFunction<T> value) {
        return Stream.of(type.getEnumConstants())
                .map(total -> " | " + total.key() + " " + value.applyAsLong(total))
                .collect(Collectors.joining());
    }

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
}
