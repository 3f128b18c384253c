package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.document.TextPage;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.SipCall;
import org.ipsisim.estate.SipEstate;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.KeptPhones;
import org.ipsisim.ladder.CallPlay;
import org.ipsisim.ladder.Ladder;
import org.ipsisim.ladder.LadderCapture;
import org.ipsisim.ladder.LadderJson;
import org.ipsisim.ladder.LadderMermaid;
import org.ipsisim.ladder.LadderPage;
import org.ipsisim.ladder.LadderSvg;
import org.ipsisim.ladder.LadderText;
import org.ipsisim.ladder.RegistrationPlay;
import org.ipsisim.ladder.SippFiles;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.survivability.RunTooLarge;
import org.ipsisim.survivability.Simulation;

/** {@code ipsisim sip ladder}: the messages of a call, or of a phone's registrations. */
final class SipLadderCommand implements Command {
    private static final Option<String> CALL = Option.value(
            "--call",
            "NAME",
            String.class,
            text -> text,
            "The call, by its name in sip.calls (default: the only one).");
    private static final Option<String> PHONE = Option.value(
            "--phone",
            "EXT",
            String.class,
            text -> text,
            "The registrations of this phone instead, such as 6001, or 6001@desk where the extension has several.");
    private static final Option<Duration> FROM =
            Option.time("--from", "With --phone: leaves out what begins before this time.");
    private static final Option<Duration> TO =
            Option.time("--to", "With --phone: leaves out what begins after this time.");
    private static final Option<Form> FORMAT =
            Option.word("--format", "FORMAT", "text (default), svg, html (one page), mermaid or json.", Form.TEXT);
    private static final Option<Boolean> MESSAGES =
            Option.flag("--messages", "Shows every message in full as well (text, json).");
    private static final Option<File> PCAP =
            Option.file("--pcap", "FILE", "Also writes a capture of the messages that arrive (raw IP).");
    private static final Option<File> SIPP =
            Option.file("--sipp", "DIR", "Also writes uac.xml and uas.xml for sipp into a directory.");

    /** What {@code --format} can be. */
    enum Form implements Keyed {
        TEXT,
        SVG,
        HTML,
        MERMAID,
        JSON
    }

    @Override
    public Usage usage() {
        return new Usage("ladder", "Shows the messages of a call or a phone.")
                .about(
                        "A call of sip.calls in the run, message by message: who sends what when,",
                        "what gets lost and is sent again, and what happens inside in between.",
                        "With --phone, the registrations of one phone of the run.")
                .files("SCENARIO", "1", ScenarioFiles.SCENARIO)
                .options(CALL, PHONE, FROM, TO, FORMAT, MESSAGES, PCAP, SIPP, RunOptions.SET, RunOptions.SEED)
                .examples(
                        "ipsisim sip ladder scenarios/sip-prack.yaml --call voicemail",
                        "ipsisim sip ladder scenarios/sip-prack.yaml --call lossy \\",
                        "    --format html > lossy.html",
                        "ipsisim sip ladder scenarios/sip-register.yaml --phone 6001");
    }

    @Override
    public int run(Line line, Terminal terminal) throws Refused {
        Form form = line.get(FORMAT);
        if (line.has(MESSAGES) && form != Form.TEXT && form != Form.JSON) {
            throw line.wrong(MESSAGES + " is for text and json; html has every message as it is");
        }
        Scenario scenario = RunOptions.seeded(ScenarioFiles.one(line, terminal).scenario(), line);
        Ladder ladder = line.has(PHONE) ? ofPhone(line, scenario) : ofCall(line, scenario);
        writeFiles(line, ladder);
        boolean messages = line.has(MESSAGES);
        switch (form) {
            case TEXT -> terminal.writeText(out -> text(ladder, messages, new TextPage(out, terminal.style())));
            case SVG -> terminal.printUtf8(LadderSvg.of(ladder));
            case HTML -> terminal.printUtf8(LadderPage.of(ladder));
            case MERMAID -> terminal.printUtf8(LadderMermaid.of(ladder));
            case JSON -> terminal.writeData(out -> LadderJson.write(ladder, messages, out));
        }
        return ExitStatus.OK;
    }

    private static void text(Ladder ladder, boolean messages, TextPage page) throws IOException {
        LadderText.write(ladder, page);
        if (messages) {
            LadderText.writeMessages(ladder, page);
        }
    }

    private static Ladder ofCall(Line line, Scenario scenario) throws Refused {
        for (Option<Duration> option : List.of(FROM, TO)) {
            if (line.has(option)) {
                throw line.wrong(option + " is for " + PHONE);
            }
        }
        SipCall call = call(line, scenario.estate().sip());
        return CallPlay.of(run(scenario, KeptPhones.NONE), call).ladder();
    }

    private static Ladder ofPhone(Line line, Scenario scenario) throws Refused {
        if (line.has(CALL) || line.has(SIPP)) {
            throw line.wrong((line.has(CALL) ? CALL : SIPP) + " is for a call, " + PHONE + " for a phone");
        }
        WatchedDevice device = WatchedDevice.of(
                line, line.find(PHONE).orElseThrow(), scenario.estate().sip());
        long from = line.find(FROM).orElse(Duration.ZERO).toMillis();
        long to = line.find(TO).orElse(scenario.duration()).toMillis();
        if (to > scenario.duration().toMillis()) {
            throw line.wrong(TO + " is outside the run: 0s to " + DurationText.of(scenario.duration()));
        }
        if (from > to) {
            throw line.wrong(FROM + " is after the end of what is shown");
        }
        KeptPhones watching = KeptPhones.watching(device.population().name(), device.extension());
        return RegistrationPlay.of(run(scenario, watching), from, to);
    }

    private static SipCall call(Line line, SipEstate sip) {
        List<String> names = sip.calls().stream().map(SipCall::name).toList();
        if (names.isEmpty()) {
            throw line.wrong("the scenario has no call: list some under sip.calls");
        }
        Optional<String> name = line.find(CALL);
        if (name.isEmpty() && names.size() > 1) {
            throw line.wrong(CALL + " is needed: there are " + String.join(", ", names));
        }
        String wanted = name.orElse(names.get(0));
        return sip.calls().stream()
                .filter(call -> call.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> line.unknown("there is no call '" + wanted + "' in this scenario", wanted, names));
    }

    private static History run(Scenario scenario, KeptPhones kept) {
        try {
            return Simulation.run(scenario, Detail.RESETS, kept);
        } catch (RunTooLarge e) {
            throw e;
        } catch (RuntimeException e) {
            throw Defect.in(scenario, e);
        }
    }

    private static void writeFiles(Line line, Ladder ladder) throws Refused {
        Optional<Path> pcap = line.findPath(PCAP);
        Optional<Path> sipp = line.findPath(SIPP);
        try {
            if (pcap.isPresent()) {
                Files.write(pcap.get(), LadderCapture.of(ladder));
            }
        } catch (IOException e) {
            throw Refused.file(pcap.get(), e);
        }
        if (sipp.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(sipp.get());
            for (Map.Entry<String, String> file : SippFiles.of(ladder).entrySet()) {
                Files.write(sipp.get().resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw Refused.file(sipp.get(), e);
        }
    }
}
