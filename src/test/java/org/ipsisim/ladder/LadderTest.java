package org.ipsisim.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextStyle;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.SessionManager;
import org.ipsisim.estate.SipCall;
import org.ipsisim.estate.SipCall.ReliableProvisional;
import org.ipsisim.estate.SipEstate;
import org.ipsisim.estate.SipSetting;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.estate.VoicemailServer;
import org.ipsisim.golden.GoldenFile;
import org.ipsisim.ladder.CallPlay.Outcome;
import org.ipsisim.ladder.CallPlay.Played;
import org.ipsisim.ladder.CallSituation.Standing;
import org.ipsisim.sip.capture.Capture;
import org.ipsisim.sip.capture.UnreadableCapture;
import org.ipsisim.sip.lint.SipLint;
import org.ipsisim.sip.message.SipMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

/** Calls of a scenario, played and drawn. */
class LadderTest {
    private static final CallSituation GOOD =
            new CallSituation(Optional.of("sm-1"), Standing.REACHED, Standing.REACHED, 10, 1);

    private static SipEstate estate(SipSettings.Transport transport, boolean directMedia) {
        SipSettings settings = SipSettings.DEFAULT.with(SipSetting.TRANSPORT, transport);
        return new SipEstate(
                "example.com",
                List.of(new SessionManager("sm-1", "hq", 300, 3000, Optional.empty())),
                List.of(new PhonePopulation("desk", "hq", 6001, 6010, List.of("sm-1"), settings)),
                List.of(new VoicemailServer("mm-1", "hq", 7000)),
                directMedia,
                settings,
                List.of());
    }

    private static SipCall call(long to, List<Integer> lost, double loss) {
        return new SipCall(
                "voicemail",
                Duration.ofSeconds(30),
                6001,
                to,
                Duration.ofSeconds(4),
                Duration.ofSeconds(20),
                Optional.empty(),
                lost,
                loss,
                Optional.of(1));
    }

    private static Played play(SipCall call, CallSituation situation) {
        return CallPlay.play(estate(SipSettings.Transport.UDP, false), call, situation, 1);
    }

    private static Played article() {
        return play(call(7000, List.of(), 0), GOOD);
    }

    private static List<String> lines(Played played) {
        return played.ladder().arrows().stream()
                .map(arrow -> arrow.at() + " " + arrow.from() + ">" + arrow.to() + " "
                        + Highlights.label(arrow.transfer().message())
                        + (arrow.transfer().isLost() ? " lost" : "")
                        + (arrow.transfer().isRepeat() ? " again" : ""))
                .toList();
    }

    @Test
    void U19_theVoicemailServerAsksForPrackAsInTheArticle() {
        Played played = article();

        assertThat(lines(played))
                .containsExactly(
                        "30000 0>1 INVITE",
                        "30010 1>0 100 Trying",
                        "30010 1>2 INVITE",
                        "30011 2>1 180 Ringing",
                        "30012 1>0 180 Ringing",
                        "30022 0>1 PRACK",
                        "30032 1>2 PRACK",
                        "30033 2>1 200 OK",
                        "30034 1>0 200 OK",
                        "34011 2>1 200 OK",
                        "34012 1>0 200 OK",
                        "34022 0>1 ACK",
                        "34032 1>2 ACK",
                        "54022 0>1 BYE",
                        "54032 1>2 BYE",
                        "54033 2>1 200 OK",
                        "54034 1>0 200 OK");
        assertThat(message(played, 1).header("Supported")).isEqualTo("100rel");
        assertThat(message(played, 4).header("Require")).isEqualTo("100rel");
        assertThat(message(played, 4).header("RSeq")).isEqualTo("1");
        assertThat(message(played, 6).header("RAck")).isEqualTo("1 1 INVITE");
        assertThat(message(played, 10).headers().find("RSeq")).isEmpty();
        assertThat(played.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(played.prackMillis()).contains(22L);
    }

    private static SipMessage message(Played played, int number) {
        return played.ladder().arrows().get(number - 1).transfer().message();
    }

    @Test
    void U19_phonesAskForItWithDirectMediaOnlyOrIfTheCallSaysSo() {
        assertThat(message(play(call(6002, List.of(), 0), GOOD), 4).headers().find("RSeq"))
                .isEmpty();
        Played direct = CallPlay.play(estate(SipSettings.Transport.UDP, true), call(6002, List.of(), 0), GOOD, 1);
        assertThat(message(direct, 4).headers().find("RSeq")).isPresent();
        SipCall plain = call(6002, List.of(), 0);
        SipCall asking = new SipCall(
                plain.name(),
                plain.at(),
                plain.from(),
                plain.to(),
                plain.ring(),
                plain.talk(),
                Optional.of(ReliableProvisional.REQUIRED),
                List.of(),
                0,
                Optional.empty());
        Played drawn = play(asking, GOOD);
        assertThat(message(drawn, 4).headers().findNumber("RSeq").orElseThrow()).isBetween(2L, (1L << 31) - 1);
        assertThat(message(play(asking, GOOD), 4)).as("the same in every run").isEqualTo(message(drawn, 4));
    }

    @Test
    void U18_lossByNumberIsRepairedAtTheInstantsOfP7() {
        Played played = play(call(7000, List.of(4, 8), 0), GOOD);

        assertThat(lines(played))
                .contains("30011 2>1 180 Ringing lost", "30511 2>1 180 Ringing again", "30511 2>1 180 Ringing again");
        assertThat(played.ladder().rungs())
                .anySatisfy(rung ->
                        assertThat(rung).isEqualTo(new Ladder.Note(30_511, 2, "P7", "no PRACK: 180 is sent again")));
        assertThat(played.outcome()).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void U18_lossByChanceIsDrawnAndTheSameInEveryRun() {
        Played one = play(call(7000, List.of(), 0.3), GOOD);

        assertThat(one.ladder().arrows()).anyMatch(arrow -> arrow.transfer().isLost());
        assertThat(one).isEqualTo(play(call(7000, List.of(), 0.3), GOOD));
        assertThat(lines(CallPlay.play(estate(SipSettings.Transport.UDP, false), call(7000, List.of(), 0.3), GOOD, 2)))
                .isNotEqualTo(lines(one));
    }

    @Test
    void U18_overTcpAHopSendsOnce() {
        Played played = CallPlay.play(estate(SipSettings.Transport.TCP, false), call(7000, List.of(1), 0), GOOD, 1);

        assertThat(lines(played)).containsExactly("30000 0>1 INVITE lost");
        assertThat(played.outcome()).isEqualTo(Outcome.NO_ANSWER);
        assertThat(message(played, 1).header("Via")).startsWith("SIP/2.0/TCP");
        assertThat(message(played, 1).header("Contact")).contains("transport=tcp");
    }

    @Test
    void U17_whoHasNoServiceSendsIntoTheVoidOrNotAtAll() {
        Played limbo = play(
                call(7000, List.of(), 0),
                new CallSituation(Optional.of("sm-1"), Standing.CUT_OFF, Standing.REACHED, 10, 1));
        assertThat(lines(limbo)).hasSize(7).allMatch(line -> line.contains("INVITE lost"));
        assertThat(limbo.ladder().outcome()).isEqualTo("no answer");

        Played searching = play(
                call(7000, List.of(), 0),
                new CallSituation(Optional.empty(), Standing.UNREGISTERED, Standing.REACHED, 10, 1));
        assertThat(searching.ladder().arrows()).isEmpty();
        assertThat(searching.outcome()).isEqualTo(Outcome.NOT_SENT);

        Played without = play(
                call(7000, List.of(), 0),
                new CallSituation(Optional.of("sm-1"), Standing.NO_CALL_PROCESSING, Standing.REACHED, 10, 1));
        assertThat(without.ladder().outcome()).isEqualTo("refused with 503");

        Played calleeGone = play(
                call(6002, List.of(), 0),
                new CallSituation(Optional.of("sm-1"), Standing.REACHED, Standing.UNREGISTERED, 10, 1));
        assertThat(calleeGone.ladder().outcome()).isEqualTo("refused with 480");
    }

    @ParameterizedTest
    @EnumSource(SipSettings.Transport.class)
    void theCaptureHasTheSameMessagesAndNothingIsFoundInIt(SipSettings.Transport transport) throws UnreadableCapture {
        Played played = CallPlay.play(estate(transport, true), call(6002, List.of(), 0), GOOD, 1);
        Capture capture = Capture.read(LadderCapture.of(played.ladder()));

        assertThat(capture.messages().stream().map(at -> at.message().text()))
                .containsExactlyElementsOf(played.ladder().arrows().stream()
                        .map(arrow -> arrow.transfer().message().text())
                        .toList());
        assertThat(SipLint.check(capture).findings()).isEmpty();
    }

    @Test
    void theTextIsWhatSomebodyHasLookedAt() throws IOException, UnreadableCapture {
        Ladder ladder = play(call(7000, List.of(4, 8), 0), GOOD).ladder();
        String text = text(ladder, false);
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        GoldenFile.check(GoldenFile.folder("ladder").resolve("voicemail.txt"), text);
        GoldenFile.check(GoldenFile.folder("ladder").resolve("voicemail.mmd"), LadderMermaid.of(ladder));
        GoldenFile.check(GoldenFile.folder("ladder").resolve("voicemail.svg"), LadderSvg.of(ladder));
        StringWriter json = new StringWriter();
        LadderJson.write(ladder, false, json);
        GoldenFile.check(GoldenFile.folder("ladder").resolve("voicemail.json"), json.toString());
        assertThat(Capture.read(text(ladder, true).getBytes(StandardCharsets.UTF_8))
                        .messages())
                .as("the messages in full can be linted")
                .hasSameSizeAs(ladder.arrows());
    }

    private static String text(Ladder ladder, boolean messages) throws IOException {
        StringBuilder text = new StringBuilder();
        TextPage page = new TextPage(text, TextStyle.PLAIN);
        LadderText.write(ladder, page);
        if (messages) {
            LadderText.writeMessages(ladder, page);
        }
        return text.toString();
    }

    @Test
    void theDrawingsAreWellFormed() throws Exception {
        Ladder ladder = play(call(7000, List.of(2, 4, 9), 0), GOOD).ladder();
        var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        assertThat(parser.parse(new InputSource(new StringReader(LadderSvg.of(ladder))))
                        .getElementsByTagName("polygon")
                        .getLength())
                .isEqualTo((int) ladder.arrows().stream()
                        .filter(arrow -> !arrow.transfer().isLost())
                        .count());
        assertThat(LadderPage.of(ladder))
                .contains("<details>", "RAck: 1 1 INVITE")
                .doesNotContain("<script");
        for (String file : SippFiles.of(ladder).values()) {
            assertThat(parser.parse(new InputSource(new StringReader(file)))
                            .getDocumentElement()
                            .getTagName())
                    .isEqualTo("scenario");
        }
    }
}
