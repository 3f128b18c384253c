package org.ipsisim.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.document.Document;
import org.ipsisim.document.DocumentText;
import org.ipsisim.document.NumberList;
import org.ipsisim.estate.Scenario;
import org.ipsisim.explain.ExpectedOutcome;
import org.ipsisim.explain.Explanation;
import org.ipsisim.explain.ExplanationDocument;
import org.ipsisim.explain.ExplanationJson;
import org.ipsisim.explain.Outlook;
import org.ipsisim.explain.Prevention;
import org.ipsisim.explain.WhyNot;
import org.ipsisim.explain.WorstMoment;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.Words;

/** {@code ipsisim explain}: why a port network is in its state at a moment. */
record ExplainCommand(Ipsisim.Engine engine) implements Command {
    private static final Option<Integer> PN = Option.number(
            "--pn", 0, RunOptions.MOST_PN, "Which port network (default: the one longest without service).");
    private static final Option<Duration> AT =
            Option.time("--at", "Which moment of the run, such as 8m12s (default: when the longest outage begins).");
    private static final Option<ExpectedOutcome> WHY_NOT = Option.word(
            "--why-not",
            "WHAT",
            "Why this has not happened by then: " + Option.words(ExpectedOutcome.class) + ".",
            ExpectedOutcome.class);

    @Override
    public Usage usage() {
        return new Usage("explain", "Says why a port network is in its state at a moment.")
                .about(
                        "What led to it, step by step, each with its rule and its timer; which",
                        "timers run; what comes next if nothing changes; and what would have",
                        "prevented it, found by running the scenario with one thing different.")
                .files("SCENARIO", "1", ScenarioFiles.SCENARIO)
                .options(PN, AT, WHY_NOT, RunOptions.SET, RunOptions.SEED, RunOptions.LIMIT, RunOptions.FORMAT)
                .examples(
                        "ipsisim explain scenarios/wan-cut.yaml --pn 2 --at 5m",
                        "ipsisim explain scenarios/flapping-wan.yaml --at 10m \\",
                        "    --why-not failover");
    }

    @Override
    public int run(Line line, Terminal terminal) throws Refused {
        Scenario scenario = RunOptions.seeded(ScenarioFiles.one(line, terminal).scenario(), line);
        explain(engine.run(scenario, Detail.SILENCES), line, terminal);
        return ExitStatus.OK;
    }

    private static void explain(History history, Line line, Terminal terminal) {
        List<String> chosen = new ArrayList<>();
        int pn = portNetwork(history, line, chosen);
        long at = moment(history, pn, line, chosen);
        Explanation explanation = Explanation.of(history, pn, at);
        Optional<ExpectedOutcome> expected = line.find(WHY_NOT);
        try (ProgressBar bar = ProgressBar.on(terminal)) {
            boolean isText = line.get(RunOptions.FORMAT) == RunOptions.Answer.TEXT;
            if (expected.isPresent()) {
                WhyNot whyNot = WhyNot.of(explanation, expected.get(), bar::ran);
                bar.clear();
                if (isText) {
                    write(ExplanationDocument.of(explanation, chosen, whyNot), terminal);
                } else {
                    terminal.writeData(out -> ExplanationJson.write(explanation, whyNot, out));
                }
                return;
            }
            Outlook outlook = Outlook.of(explanation);
            Prevention prevention = Prevention.of(explanation, bar::ran);
            bar.clear();
            if (isText) {
                write(ExplanationDocument.of(explanation, chosen, outlook, prevention), terminal);
            } else {
                terminal.writeData(out -> ExplanationJson.write(explanation, outlook, prevention, out));
            }
        }
    }

    private static void write(Document document, Terminal terminal) {
        terminal.writeText(out -> DocumentText.write(document, out, terminal.style()));
    }

    private static int portNetwork(History history, Line line, List<String> chosen) {
        Optional<Integer> asked = line.find(PN);
        if (asked.isEmpty()) {
            int pn = WorstMoment.portNetwork(history);
            if (history.portNetworks().size() > 1) {
                chosen.add("Port network " + pn + " was chosen: it fares worst (no " + PN + " given).");
            }
            return pn;
        }
        if (history.findPortNetwork(asked.get()).isEmpty()) {
            List<Integer> numbers = history.portNetworks().stream()
                    .map(pn -> pn.portNetwork().number())
                    .toList();
            throw line.wrong(PN + ": there is no port network " + asked.get() + " in this scenario; there "
                    + (numbers.size() == 1 ? "is " : "are ") + NumberList.compact(numbers));
        }
        return asked.get();
    }

    private static long moment(History history, int pn, Line line, List<String> chosen) {
        Optional<Long> asked = line.find(AT).map(Duration::toMillis);
        if (asked.isEmpty()) {
            Optional<Long> worst = WorstMoment.of(history, pn);
            long at = worst.orElse(history.duration());
            chosen.add(Words.duration(at) + " was chosen: "
                    + (worst.isPresent() ? "its worst time begins then" : "the end of the run, since all goes well")
                    + " (no " + AT + " given).");
            return at;
        }
        if (asked.get() > history.duration()) {
            throw line.wrong(AT + ": " + Words.duration(asked.get()) + " is after the end of the run; it ends at "
                    + Words.duration(history.duration()));
        }
        return asked.get();
    }
}
