package org.ipsisim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ipsisim.document.Json;
import org.ipsisim.history.Words;
import org.ipsisim.sip.capture.Capture;
import org.ipsisim.sip.capture.CapturedMessage;
import org.ipsisim.sip.capture.UnreadableCapture;
import org.ipsisim.sip.lint.LintFinding;
import org.ipsisim.sip.lint.LintResult;
import org.ipsisim.sip.lint.Severity;
import org.ipsisim.sip.lint.SipLint;

/** {@code ipsisim sip lint}: holds captured messages to the rules. */
final class SipLintCommand implements Command {
    private static final int MOST_BYTES = 64 << 20;

    @Override
    public Usage usage() {
        return new Usage("lint", "Checks captured SIP messages against the rules.")
                .about(
                        "Reads pcap and pcapng captures (UDP, TCP) and texts of messages, and says",
                        "what is wrong: file, frame, time, rule, and what would be right. S rules",
                        "are about registration, D digests, P PRACK, X transactions and answers.")
                .files("FILE", "1..*", "A capture or a text; - reads standard input.")
                .options(RunOptions.FORMAT)
                .status(ExitStatus.OK, "done; no errors found")
                .status(ExitStatus.NOT_MET, "done; an error was found")
                .status(ExitStatus.WRONG_INPUT, "the command line is wrong, or a file has no message to read")
                .examples("ipsisim sip lint call.pcap", "ipsisim sip lint --format json trace.txt > findings.json");
    }

    @Override
    public int run(Line line, Terminal terminal) throws Refused {
        Map<String, LintResult> results = new TreeMap<>();
        boolean unreadable = false;
        for (String name : line.files()) {
            byte[] bytes = terminal.content(name, MOST_BYTES + 1);
            String file = InputFiles.spoken(name);
            try {
                if (bytes.length > MOST_BYTES) {
                    throw Refused.input(file + ": is larger than 64 MiB; cut it, or filter it for SIP");
                }
                results.put(file, SipLint.check(Capture.read(bytes)));
            } catch (UnreadableCapture e) {
                terminal.complain(file + ": " + e.reason());
                unreadable = true;
            }
        }
        if (line.get(RunOptions.FORMAT) == RunOptions.Answer.JSON) {
            terminal.writeData(out -> Json.write(out, json -> json(json, results)));
        } else {
            terminal.print(text(results));
        }
        boolean errors = results.values().stream().anyMatch(result -> result.count(Severity.ERROR) > 0);
        return unreadable ? ExitStatus.WRONG_INPUT : errors ? ExitStatus.NOT_MET : ExitStatus.OK;
    }

    private static String text(Map<String, LintResult> results) {
        StringBuilder text = new StringBuilder();
        results.forEach((file, result) -> {
            for (LintFinding finding : result.findings()) {
                text.append(Terminal.visible(file))
                        .append(place(result, finding.at()))
                        .append(": ")
                        .append(word(finding.severity()))
                        .append(' ')
                        .append(finding.rule())
                        .append(": ")
                        .append(shown(finding.problem()))
                        .append("\n    right: ")
                        .append(shown(finding.right()))
                        .append('\n');
            }
            text.append(Terminal.visible(file))
                    .append(": ")
                    .append(summary(result))
                    .append('\n');
        });
        return text.toString();
    }

    /** The frame and the time, or the line of a text. */
    private static String place(LintResult result, CapturedMessage at) {
        if (at.line() > 0) {
            return ":" + at.line() + ": message " + at.frame();
        }
        return ": frame " + at.frame() + (at.micros() < 0 ? "" : ": " + seconds(result, at) + " s");
    }

    private static String seconds(LintResult result, CapturedMessage at) {
        return Words.decimalSeconds(millis(result, at)).toPlainString();
    }

    /** Milliseconds since the first message. */
    private static long millis(LintResult result, CapturedMessage at) {
        return (at.micros() - result.capture().messages().get(0).micros()) / 1000;
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** A text with bytes of a stranger in it, on one line. */
    private static String shown(String text) {
        return Terminal.visible(text).replace("\n", "\\u000A");
    }

    private static String summary(LintResult result) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            if (result.count(severity) > 0) {
                counts.add(Words.count(result.count(severity), word(severity)));
            }
        }
        int skipped = result.capture().skipped();
        return Words.count(result.capture().messages().size(), "message") + ", "
                + (counts.isEmpty() ? "nothing found" : String.join(", ", counts))
                + (result.omitted() > 0 ? ", " + result.omitted() + " more not shown" : "")
                + (skipped > 0 ? "; " + Words.count(skipped, "frame") + " not used: fragments, or cut off" : "");
    }

    private static void json(Json json, Map<String, LintResult> results) {
        json.objects("files", results.entrySet(), (file, entry) -> {
            LintResult result = entry.getValue();
            file.text("file", entry.getKey())
                    .number("messages", result.capture().messages().size())
                    .number("skipped", result.capture().skipped())
                    .number("omitted", result.omitted())
                    .objects("findings", result.findings(), (row, finding) -> {
                        row.number("frame", finding.at().frame());
                        if (finding.at().line() > 0) {
                            row.number("line", finding.at().line());
                        }
                        if (finding.at().micros() >= 0) {
                            row.seconds("time", millis(result, finding.at()));
                        }
                        row.text("rule", finding.rule())
                                .text("severity", word(finding.severity()))
                                .text("problem", finding.problem())
                                .text("right", finding.right());
                    });
        });
    }
}
