package org.ipsisim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.ipsisim.document.TerminalText;
import org.ipsisim.document.TextStyle;
import org.ipsisim.estate.Element;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.history.History;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.PnHappening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {
    @ParameterizedTest
    @ValueSource(ints = {60, 61, 80, 100, 120, 200})
    void noLineIsWiderThanThePage(int width) throws IOException {
        for (History history : SampleHistories.all().values()) {
            for (boolean unicode : new boolean[] {true, false}) {
                assertThat(text(history, new TextStyle(width, false, unicode)).lines())
                        .isNotEmpty()
                        .allMatch(line -> TerminalText.width(line) <= width)
                        .noneMatch(line -> line.endsWith(" "));
            }
        }
    }

    @Test
    void aPageTooNarrowForTablesIsSixtyWide() {
        assertThat(new TextStyle(20, false, true).width()).isEqualTo(60);
    }

    @Test
    void colourChangesNothingButTheColour() throws IOException {
        for (History history : SampleHistories.all().values()) {
            String coloured = text(history, new TextStyle(80, true, true));
            assertThat(coloured).contains("\u001b[38;5;");
            assertThat(withoutBlanksAtTheEnd(coloured.replaceAll("\u001b\\[[0-9;]*m", "")))
                    .isEqualTo(text(history, new TextStyle(80, false, true)));
        }
    }

    @Test
    void withoutUnicodeEverythingIsAscii() throws IOException {
        for (History history : SampleHistories.all().values()) {
            assertThat(text(history, new TextStyle(80, false, false)).chars())
                    .isNotEmpty()
                    .allMatch(c -> c < 0x80);
        }
    }

    @Test
    void marksAreDistinctWithoutColour() {
        for (boolean unicode : new boolean[] {true, false}) {
            TextStyle style = new TextStyle(80, false, unicode);
            assertThat(List.of(Mark.values()))
                    .extracting(mark -> mark.glyph(style))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aTitleCannotSteerTheTerminalOrBreakTheWidth() throws IOException {
        String title = "\u001b[2J切断テスト\u202E " + "x".repeat(150) + " 切断テスト".repeat(30) + "\r\n\t";
        History history = new HistoryBuilder(title, Duration.ofMinutes(1))
                .file("a".repeat(200) + ".yaml")
                .pn(1, "main 60s")
                .build();
        String text = text(history, TextStyle.PLAIN);
        assertThat(text).doesNotContain("\u001b", "\r", "\t", "\u202E").contains("切断テスト");
        assertThat(text.lines()).isNotEmpty().allMatch(line -> TerminalText.width(line) <= 80);
        assertThat(text(history, new TextStyle(60, false, false)).chars())
                .isNotEmpty()
                .allMatch(c -> c < 0x80);
    }

    @Test
    void everyPortNetworkOfManyIsNamedOnce() throws IOException {
        String text = text(SampleHistories.sixtyFour(), new TextStyle(120, false, true));
        assertThat(text).contains("1-7, 9-15, 17-23, 25-31, 33-39", "8, 16, 24, 32, 40, 48, 56, 64");
    }

    @Test
    void sixtyFourDifferentFatesGetALineEach() throws IOException {
        HistoryBuilder builder = new HistoryBuilder("All different", Duration.ofMinutes(10));
        for (int pn = 1; pn <= 64; pn++) {
            builder.pn(pn, "main " + pn + "s | down " + (200 - pn) + "s | restart→1 60s | main 340s");
        }
        String text = text(builder.build(), TextStyle.PLAIN);
        assertThat(text.lines()).isNotEmpty().allMatch(line -> line.length() <= 80);
        assertThat(text.lines().filter(line -> line.contains("×××"))).hasSize(64);
        assertThat(text).doesNotContain("community");
    }

    @Test
    void aFlappingLinkDoesNotFloodTheTerminal() throws IOException {
        StringBuilder timeline = new StringBuilder("main 10s");
        HistoryBuilder builder = new HistoryBuilder("Flapping", Duration.ofSeconds(10 + 200 * 25));
        for (int i = 0; i < 200; i++) {
            timeline.append(" | lost 10s | warm 4s | main 11s");
            builder.trace(10 + i * 25, "wan", 0, new NetworkHappening.Failed(Element.LINK))
                    .trace(10 + i * 25, "pn-1", 2 * i + 1, new PnHappening.ContactLost(1, 0));
        }
        String text = text(builder.pn(1, timeline.toString()).build(), TextStyle.PLAIN);
        assertThat(text)
                .contains("and 561 more; the CSV output has them all")
                .contains("and 340 more; the NDJSON output has every entry");
        assertThat(text.lines()).hasSizeLessThan(200);
    }

    @Test
    void R8_contactThatIsOftenLostAndComesBackIsCounted() throws IOException {
        HistoryBuilder builder = new HistoryBuilder("Lossy", Duration.ofSeconds(100))
                .pn(
                        1,
                        "main 10s | lost 1s | main 9s | lost 1s | main 9s | lost 2s | main 8s | lost 4s | main 6s"
                                + " | lost 14s | warm 4s | main 7s | lost 1s | main 24s");
        int id = 1;
        builder.trace(5, "wan", 0, new NetworkHappening.Failed(Element.LINK));
        for (int[] span : new int[][] {{10, 11}, {20, 21}, {30, 32}, {40, 44}}) {
            builder.trace(span[0], "pn-1", 1, new PnHappening.ContactLost(1, 0))
                    .trace(span[1], "pn-1", 1, new PnHappening.ContactRestored(1, 1000));
            id += 2;
        }
        builder.trace(50, "pn-1", 1, new PnHappening.ContactLost(1, 49_000))
                .trace(64, "pn-1", id + 1, new PnHappening.WarmReset(15_000, true))
                .trace(66, "pn-1", 1, new PnHappening.ContactRestored(1, 17_000));
        assertThat(text(builder.build(), TextStyle.PLAIN))
                .containsPattern("in service +0s +50s +50s +main +contact lost 4 times")
                .containsPattern("contact lost +50s +1m4s +14s")
                .containsPattern("in service +1m8s +1m15s +7s")
                .containsPattern(
                        "10s +pn 1 +contact lost 4 times, for 2s on average and 4s at most, until\\s+44s, without a reset")
                .containsPattern("50s +pn 1 +no heartbeat from the main; the last contact was at 49s")
                .containsPattern("1m4s +pn 1 +warm reset after 15s of silence")
                .doesNotContain("the last contact was at 0s");
    }

    @Test
    void whatLedToItStandsAboveWhatCameOfIt() throws IOException {
        String text = text(SampleHistories.shortSilence(), TextStyle.PLAIN);
        assertThat(text)
                .containsSubsequence(
                        "wan     link failed",
                        "  pn 1  no heartbeat",
                        "wan     link works again",
                        "  pn 1  a heartbeat");
    }

    @Test
    void aSpanSaysWhyItBegan() throws IOException {
        String text = text(SampleHistories.fragmented(), TextStyle.PLAIN);
        assertThat(text).contains("back to the main", "core 20 takes over", "restart done", "wan: link failed");
    }

    @Test
    void alarmsOfOneInstantShareALine() throws IOException {
        assertThat(text(SampleHistories.fragmented(), TextStyle.PLAIN))
                .containsPattern("2m14s +26m  major     EXP-PN   pn 1")
                .containsPattern("2m14s  still active  major     EXP-PN   pn 2");
        assertThat(text(SampleHistories.sixtyFour(), TextStyle.PLAIN)).contains("EXP-PN   pn 8, 16, 24");
    }

    @Test
    void priorityListsShowEveryChange() throws IOException {
        assertThat(text(SampleHistories.failover(), TextStyle.PLAIN))
                .containsPattern("IPSIs of pn +from +to +list")
                .containsPattern("1 +0s +1m14s  main, core 10")
                .containsPattern("1m14s +20m  core 10");
    }

    @Test
    void portNetworksWithTheSameListsShareTheRows() throws IOException {
        ListSpan[] lists = {SampleHistories.list(0, 20, 1, 10), SampleHistories.list(20, 60, 1)};
        History history = new HistoryBuilder("Test", Duration.ofMinutes(1))
                .core(10)
                .pn(1, StableCalls.NONE, "main 60s", lists)
                .pn(2, StableCalls.NONE, "main 30s | down 30s", lists)
                .pn(3, StableCalls.NONE, "main 60s", SampleHistories.list(0, 60, 1))
                .build();
        assertThat(text(history, TextStyle.PLAIN))
                .containsPattern("1-2 +0s +20s  main, core 10")
                .containsPattern("20s +1m  main\n")
                .containsPattern("3 +0s +1m  main\n");
    }

    @Test
    void listsThatChangeAllTheTimeAreCounted() throws IOException {
        ListSpan[] lists = new ListSpan[100];
        for (int i = 0; i < lists.length; i++) {
            lists[i] = SampleHistories.list(i, i + 1, i % 2 == 0 ? new Integer[] {1, 10} : new Integer[] {10});
        }
        History history = new HistoryBuilder("Test", Duration.ofSeconds(100))
                .core(10)
                .pn(1, StableCalls.NONE, "main 100s", lists)
                .build();
        assertThat(text(history, TextStyle.PLAIN))
                .containsPattern("9s +10s  core 10")
                .contains("and 90 more")
                .doesNotContain("11s  main");
    }

    @Test
    void anUnmetExpectationSaysWhatWasInstead() throws IOException {
        assertThat(text(SampleHistories.stillOut(), TextStyle.PLAIN))
                .contains("Expectations: 1 NOT met", "✗ NOT met  pn-1 at 9m: state in-service  no-service");
    }

    @Test
    void aRunWithoutCallsHasNoSectionForThem() throws IOException {
        History history = new HistoryBuilder("Test", Duration.ofMinutes(1))
                .pn(1, StableCalls.NONE, "main 60s", SampleHistories.list(0, 60, 1))
                .build();
        assertThat(text(history, TextStyle.PLAIN)).doesNotContain("Calls", "Priority lists", "Assumptions");
    }

    private static String text(History history, TextStyle style) throws IOException {
        StringWriter out = new StringWriter();
        TextReport.write(List.of(history), out, style);
        return out.toString();
    }

    private static String withoutBlanksAtTheEnd(String text) {
        return text.replaceAll("(?m) +$", "");
    }
}
